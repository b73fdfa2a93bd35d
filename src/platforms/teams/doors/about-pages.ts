import type { Door, DoorResponse } from '../../../kit/door.ts';

interface Page {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** The pages that the app package names, for whoever looks the app up in Teams: what bcp is, what it does with what people write, on what terms. */
const pages: Readonly<Record<string, Page>> = {
  '/': {
    title: "bcp: the partnership's secretary",
    paragraphs: [
      'bcp asks each action owner of a partnership once a month how their actions are going, records ratings, a few lines and the figures that are due, and gives the board a digest. It is used in Microsoft Teams and Slack; there is nothing to do on this page.',
      'Who to ask: the secretariat of your partnership. In Teams, type help to bcp.',
    ],
  },
  '/privacy': {
    title: 'What bcp does with what you write',
    paragraphs: [
      'bcp is run by or for the partnership that invited you, on a machine that the partnership chooses. The partnership decides what it is used for and answers for it; ask its secretariat or its data protection officer.',
      'Kept about people: name, organisation, work e-mail address, role, the account in Teams or Slack and where it is reached. Kept of what they do: the updates, figures and decisions they record, with who and when, as the record of the plan.',
      'bcp is no place for children’s data. NHS numbers, dates of birth, addresses, phone numbers and the like are masked before anything is stored, and the person who wrote them is told privately. Please never write about a child.',
      'Messages travel through Microsoft Teams or Slack, as your organisation uses them. Beyond that bcp hands what you write to nobody, and no other service reads it.',
      'What is kept how long is set by the partnership: its secretariat can say, and can take out what should not be there.',
    ],
  },
  '/terms': {
    title: 'On what terms bcp is used',
    paragraphs: [
      'bcp is for the people of a partnership, for the partnership’s work, as its secretariat arranges. What you record is read by the partnership and its board.',
      'It is provided as it is, by or for the partnership; who answers for it is said by its secretariat.',
    ],
  },
};

export function aboutPages(): Door {
  return {
    matches: (method, path) => (method === 'GET' || method === 'HEAD') && Object.hasOwn(pages, path),
    handle: ({ path }) => Promise.resolve(asHtml(pages[path])),
  };
}

/** Constant words of our own, so there is nothing to escape. */
function asHtml(page: Page | undefined): DoorResponse {
  const { title, paragraphs } = page ?? { title: 'bcp', paragraphs: [] };
  const body = paragraphs.map((words) => `<p>${words}</p>`).join('\n');
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
    body: `<!doctype html>\n<html lang="en-GB">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>\n<body>\n<h1>${title}</h1>\n${body}\n</body>\n</html>\n`,
  };
}
