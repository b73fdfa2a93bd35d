import { drawClock, startClock } from './clock.js';
import { drawComposer, startComposer } from './composer.js';
import { drawStream, drawWho } from './conversation.js';
import { byId, showTrouble } from './dom.js';
import { arrive, onChange, refresh, room, watch } from './room.js';
import { drawRoster } from './roster.js';
import { startTour } from './tour.js';

onChange(() => {
  byId('partnership').textContent = room.view.partnership.name;
  drawRoster();
  drawWho();
  drawStream();
  drawComposer();
  drawClock();
  document.body.dataset.ready = 'true';
});

startComposer();
startClock();
byId('search').addEventListener('input', drawRoster);
window.addEventListener('popstate', () => void arrive());

const tabs = [...document.querySelectorAll('.tabs button')];
const markTab = () => {
  for (const tab of tabs) {
    if (tab.dataset.pane === document.body.dataset.pane) tab.setAttribute('aria-current', 'true');
    else tab.removeAttribute('aria-current');
  }
};
for (const tab of tabs) tab.addEventListener('click', () => (document.body.dataset.pane = tab.dataset.pane));
new MutationObserver(markTab).observe(document.body, { attributeFilter: ['data-pane'] });

try {
  await refresh();
  await arrive();
  startTour();
} catch (trouble) {
  showTrouble(byId('offline'), trouble.message);
}
void watch();
