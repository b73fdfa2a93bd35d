import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemInWords } from '../../src/imports/file-problem.ts';
import { readPeopleFile, type PeopleFile } from '../../src/imports/people-file.ts';
import { peopleTemplate } from '../../src/imports/people-template.ts';
import { birminghamText, exampleText, planOf, smallPlan } from './small-plan.ts';

const plan = planOf(smallPlan);
const heading = 'name,email,organisation,job title,role,for,from,until,slack,teams,prefers';

function peopleOf(text: string, whose = plan): PeopleFile {
  const read = readPeopleFile(text, whose, 'people.csv');
  if (!read.ok)
    throw new Error(read.error.map((problem) => problemInWords('people.csv', problem)).join('\n'));
  return read.value;
}

function saidOf(...rows: string[]): string[] {
  const read = readPeopleFile([heading, ...rows, ''].join('\n'), plan, 'people.csv');
  return read.ok ? [] : read.error.map((problem) => problemInWords('people.csv', problem));
}

const ada = 'Ada Sample,ada@council.example,council,Head of Hubs,owner,A1';

describe('a people file says who does what', () => {
  it('several rows of one e-mail address are one person with several roles and accounts', () => {
    const text = [
      heading,
      'Ada Sample,Ada@Council.example,council,Head of Hubs,owner,A1 m1,2026-04-01,,T012ABCDEF/U012ABCDEF,,slack',
      ',ada@council.example,,,board member,,3/11/2026,3 Nov 2027,,11111111-2222-3333-4444-555555555555/66666666-7777-8888-9999-aaaaaaaaaaaa,',
    ].join('\n');

    const { people } = peopleOf(text);

    expect(people).toEqual([
      {
        email: 'ada@council.example',
        name: 'Ada Sample',
        organisationCode: 'council',
        jobTitle: 'Head of Hubs',
        prefers: 'slack',
        accounts: [
          { platform: 'slack', tenantId: 'T012ABCDEF', userId: 'U012ABCDEF' },
          {
            platform: 'teams',
            tenantId: '11111111-2222-3333-4444-555555555555',
            userId: '66666666-7777-8888-9999-aaaaaaaaaaaa',
          },
        ],
        roles: [
          { kind: 'owner', scope: { kind: 'action', code: 'A1' }, startsOn: '2026-04-01', endsOn: null },
          { kind: 'owner', scope: { kind: 'measure', code: 'M1' }, startsOn: '2026-04-01', endsOn: null },
          {
            kind: 'board_member',
            scope: { kind: 'partnership' },
            startsOn: '2026-11-03',
            endsOn: '2027-11-03',
          },
        ],
      },
    ]);
  });

  it.each([
    ['commas and CRLF, as Excel in the United Kingdom saves', `\uFEFF${heading}\r\n${ada},,,,,\r\n`],
    ['semicolons, as Excel elsewhere saves', `${heading}\n${ada},,,,,\n`.replaceAll(',', ';')],
    ['tabs, as a copied table has', `${heading}\n${ada},,,,,\n`.replaceAll(',', '\t')],
    [
      'columns in another order and other letters',
      `Role,FOR,E_mail,Name,Organisation,Job-Title\nOwner,A1,ada@council.example,Ada Sample,Our Council,Head of Hubs\n`.replace(
        'E_mail',
        'Email',
      ),
    ],
  ])('it is read with %s', (_, text) => {
    expect(peopleOf(text).people).toMatchObject([
      {
        name: 'Ada Sample',
        organisationCode: 'council',
        roles: [{ kind: 'owner', scope: { kind: 'action', code: 'A1' }, startsOn: '2026-04-01' }],
      },
    ]);
  });

  it('a name may hold commas, quotation marks and line breaks', () => {
    const text = `${heading}\n"Sample, Ada ""Addie""",ada@council.example,council,"Head\nof Hubs",owner,A1,,,,,\n`;

    expect(peopleOf(text).people[0]).toMatchObject({ name: 'Sample, Ada "Addie"', jobTitle: 'Head of Hubs' });
  });

  it('what looks like a formula is plain text', () => {
    const text = `${heading}\n"=HYPERLINK(""http://x.example"")",ada@council.example,council,+1+1,owner,A1,,,,,\n`;

    expect(peopleOf(text).people[0]).toMatchObject({
      name: '=HYPERLINK("http://x.example")',
      jobTitle: '+1+1',
    });
  });

  it("an indicator's code stands for all its measures", () => {
    const birmingham = planOf(birminghamText);
    const text = `${heading}\nAda Sample,ada@bcc.example,bcc,,owner,I38; I05,,,,,\n`;

    expect(peopleOf(text, birmingham).people[0]?.roles.map(({ scope }) => scope)).toEqual(
      ['I38a', 'I38b', 'I38c', 'I38d', 'I05'].map((code) => ({ kind: 'measure', code })),
    );
  });

  it('a theme lead may be named by the label of the theme', () => {
    const text = `${heading}\nAda Sample,ada@council.example,council,,theme lead,Early Help,,,,,\n`;

    expect(peopleOf(text).people[0]?.roles).toMatchObject([
      { kind: 'theme_lead', scope: { kind: 'theme', code: 'early' } },
    ]);
  });
});

describe('a mistake in a people file is named by row and column with what would be right', () => {
  it.each([
    [
      'an organisation misspelt',
      ada.replace(',council,', ',Our Counsil,'),
      'row 2, column organisation): There is no organisation "Our Counsil" in the plan. Did you mean "Our Council"?',
    ],
    [
      'an organisation unknown',
      ada.replace(',council,', ',Elsewhere Ltd,'),
      'row 2, column organisation): There is no organisation "Elsewhere Ltd" in the plan. The organisations of the plan are: council (Our Council), nhs (Our Health Board).',
    ],
    [
      'a code unknown',
      ada.replace('A1', 'B7 A1'),
      'row 2, column for): There is no action or measure "B7". The plan\'s actions run from A1 to A2.',
    ],
    [
      'a theme where an action belongs',
      ada.replace('A1', 'early'),
      'row 2, column for): "early" is a theme. Owners and deputies are named for actions and measures; a theme has a theme lead.',
    ],
    [
      'nothing owned',
      ada.replace('A1', ''),
      'row 2, column for): It is not said what is owned. Write codes of actions or measures, with spaces between.',
    ],
    [
      'a theme misspelt',
      ada.replace('owner,A1', 'theme lead,erly'),
      'row 2, column for): There is no theme "erly". Did you mean "early"?',
    ],
    [
      'a chair of one action',
      ada.replace('owner', 'chair'),
      'row 2, column for): A role of the whole partnership is not for "A1". Leave the cell blank.',
    ],
    [
      'a role misspelt',
      ada.replace('owner', 'ownr'),
      'row 2, column role): There is no role "ownr". Did you mean "owner"?',
    ],
    [
      'a role left out',
      ada.replace('owner', ''),
      'row 2, column role): The row names no role. The roles are: owner, deputy, theme lead, board member, chair, vice-chair, secretariat, administrator, observer.',
    ],
    [
      'an address without a domain',
      ada.replace('@council.example', '@council'),
      'row 2, column email): "ada@council" is not an e-mail address. Write one address, as name@organisation.gov.uk.',
    ],
    [
      'two addresses in a cell',
      ada.replace('ada@council.example', 'ada@council.example; a@b.example'),
      'row 2, column email): "ada@council.example; a@b.example" is not an e-mail address. Write one address, as name@organisation.gov.uk.',
    ],
    [
      'a name without an address',
      ada.replace('ada@council.example', ''),
      'row 2, column email): Ada Sample has no e-mail address. Every row names its person by e-mail address.',
    ],
    [
      'an address without a name',
      ada.replace('Ada Sample', ''),
      'row 2, column name): ada@council.example has no name. Write the name in the first row of the person.',
    ],
    [
      'nobody’s organisation',
      ada.replace(',council,', ',,'),
      'row 2, column organisation): ada@council.example has no organisation. Write the code of the organisation in the first row of the person.',
    ],
    [
      'a day that is not in the calendar',
      `${ada},31/6/2026`,
      'row 2, column from): "31/6/2026" is not a day in the calendar. Write a day as 2026-11-03, 3/11/2026 or 3 Nov 2026.',
    ],
    [
      'a role that ends before it starts',
      `${ada},1/6/2026,1/5/2026`,
      'row 2, column until): The role ends on 1 May 2026, before it starts on 1 June 2026. Check the two days.',
    ],
    [
      'a Slack name for a Slack account',
      `${ada},,,@ada`,
      'row 2, column slack): "@ada" is not a Slack account. Write workspace and member as T012ABCDEF/U012ABCDEF.',
    ],
    [
      'half a Teams account',
      `${ada},,,,11111111-2222-3333-4444-555555555555`,
      'row 2, column teams): "11111111-2222-3333-4444-555555555555" is not a Teams account. Write tenant and object id, each as 00000000-0000-0000-0000-000000000000, with a / between.',
    ],
    [
      'a preference for the post',
      `${ada},,,,,post`,
      'row 2, column prefers): "post" is not a place where a prompt can go. Write slack or teams, or leave it blank.',
    ],
    [
      'a name of novel length',
      ada.replace('Ada Sample', 'Ada '.repeat(30)),
      'row 2, column name): The text has 119 characters; there is room for 100. Say it more briefly.',
    ],
  ])('%s', (_, row, said) => {
    expect(saidOf(row)).toEqual([`people.csv, line 2 (${said}`]);
  });

  it('one e-mail address with two names', () => {
    const said = saidOf(ada, 'Ida Sample,ada@council.example,,,deputy,A2');

    expect(said).toEqual([
      'people.csv, line 3 (row 3, column name): ada@council.example has "Ida Sample" here and "Ada Sample" in row 2. One e-mail address is one person: write the same in both rows, or leave this cell blank.',
    ]);
  });

  it('two owners of one action at the same time', () => {
    const said = saidOf(`${ada},,31/8/2026`, 'Ben Sample,ben@nhs.example,nhs,,owner,A1,31/8/2026');

    expect(said).toEqual([
      'people.csv, line 3 (row 3, column for): ada@council.example is owner of action A1 at the same time (row 2). Name one of the two as deputy, or end the first on the day before the second starts.',
    ]);
  });

  it('an owner who starts the day after the other ends is no mistake', () => {
    expect(saidOf(`${ada},,31/8/2026`, 'Ben Sample,ben@nhs.example,nhs,,owner,A1,1/9/2026')).toEqual([]);
  });

  it('two deputies of one action are no mistake, the same deputy twice is', () => {
    const deputy = (name: string) => `${name},${name}@nhs.example,nhs,,deputy,A1`;

    expect(saidOf(deputy('Ben'), deputy('Cleo'))).toEqual([]);
    expect(saidOf(deputy('Ben'), deputy('Ben'))).toEqual([
      'people.csv, line 3 (row 3, column role): ben@nhs.example is deputy of action A1 in row 2 already. Leave one of the two rows out, or give them days that do not overlap.',
    ]);
  });

  it('two chairs at the same time', () => {
    const said = saidOf('Ada,ada@council.example,council,,chair,', 'Ben,ben@nhs.example,nhs,,chair,');

    expect(said).toEqual([
      'people.csv, line 3 (row 3, column role): ada@council.example is chair at the same time (row 2). Name one of the two as deputy, or end the first on the day before the second starts.',
    ]);
  });

  it('one account for two people', () => {
    const said = saidOf(`${ada},,,T012ABCDEF/U1AB`, 'Ben,ben@nhs.example,nhs,,deputy,A1,,,T012ABCDEF/U1AB');

    expect(said).toEqual([
      'people.csv, line 3 (row 3, column slack): This account is that of ada@council.example (row 2). An account belongs to one person.',
    ]);
  });

  it('a column that is misspelt and one that is missing', () => {
    const read = readPeopleFile(
      'name,e-mail,organisation,roll\nAda,a@b.example,council,owner\n',
      plan,
      'people.csv',
    );

    expect(read.ok ? [] : read.error.map((problem) => problemInWords('people.csv', problem))).toEqual([
      'people.csv, line 1 (row 1, column 2): There is no column "e mail". Did you mean "email"?',
      'people.csv, line 1 (row 1, column 4): There is no column "roll". Did you mean "role"?',
      'people.csv, line 1 (row 1, column 5): The column "email" is missing. The first row holds the names of the columns.',
      'people.csv, line 1 (row 1, column 5): The column "role" is missing. The first row holds the names of the columns.',
    ]);
  });

  it('rows after a cell with a line break are named by their row and by their line', () => {
    const said = saidOf('"Ada\nSample",ada@council.example,council,,owner,A1', 'Ben,ben@nhs,nhs,,deputy,A1');

    expect(said).toEqual([
      'people.csv, line 4 (row 3, column email): "ben@nhs" is not an e-mail address. Write one address, as name@organisation.gov.uk.',
    ]);
  });

  it('a quotation mark that is never closed is found where it was opened', () => {
    expect(saidOf(ada, '"Ben,ben@nhs.example,nhs,,deputy,A1')).toEqual([
      'people.csv, line 3 (the way it is written): A quotation mark is opened here and not closed, or something stands between it and the next separator. Put a cell that holds quotation marks in quotation marks and double those inside.',
    ]);
  });

  it('a file saved in an old encoding is named as such', () => {
    const latin1 = new TextDecoder().decode(
      new Uint8Array([...new TextEncoder().encode(`${heading}\nZo`), 0xeb]),
    );

    const read = readPeopleFile(latin1, plan, 'people.csv');

    expect(read).toMatchObject({
      ok: false,
      error: [{ line: 2, right: 'Save it again as CSV UTF-8 (in Excel: Save As, "CSV UTF-8").' }],
    });
  });

  it('a heading without rows', () => {
    expect(saidOf()).toEqual([
      'people.csv, line 1 (row 1): people.csv holds a heading and no rows. Write one row for each entry under it.',
    ]);
  });

  it('any text at all is read or refused', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 10 }),
      fc.constantFrom(',', '"', '\n', ';', 'owner', 'A1', 'ada@council.example', heading),
    );

    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const read = readPeopleFile(`${heading}\n${pieces.join('')}`, plan, 'people.csv');

        expect(
          read.ok ||
            read.error.every(({ line, problem, right }) => line >= 1 && problem !== '' && right !== ''),
        ).toBe(true);
      }),
    );
  });
});

describe('what will leave a prompt unanswered is said loudly', () => {
  it('actions and measures nobody owns, owners nobody can reach, seats nobody holds', () => {
    const { warnings } = peopleOf(`${heading}\n${ada},,31/12/2027,,,\n`);

    expect(warnings).toEqual([
      'A1 (Open three family hubs) has no owner after 31 December 2027.',
      'A2 (Train the people who work in them) has no owner: nobody will be asked about it.',
      'A1 (Open three family hubs) has no deputy: nobody is asked when its owner is away.',
      'A2 (Train the people who work in them) has no deputy: nobody is asked when its owner is away.',
      'Ada Sample <ada@council.example> owns A1 and has no account in Slack or Teams: no prompt can reach them.',
      'Nobody is secretariat: nobody can approve and post a digest.',
      'Nobody is chair.',
      'EARLY HELP has no theme lead: its ratings go to the secretariat for moderation.',
    ]);
  });

  it('a measure is asked of whoever answers for its action; without anybody it is listed', () => {
    const asked = peopleOf(`${heading}\n${ada},,,,,\n`).warnings;
    const unasked = peopleOf(`${heading}\n${ada.replace('A1', 'A2')},,,,,\n`).warnings;

    const said = 'A measure has no owner and will not be asked for: M1.';
    expect(asked).not.toContain(said);
    expect(unasked).toContain(said);
  });

  it('people of an organisation that has ended, and namesakes', () => {
    const birmingham = planOf(birminghamText);
    const text = `${heading}\nPat Sample,pat@ccg.example,ccg,,observer,,,,,,\nPat Sample,pat@bcc.example,bcc,,observer,,,,,,\n`;

    expect(peopleOf(text, birmingham).warnings.slice(-2)).toEqual([
      'Pat Sample belongs to Birmingham and Solihull Clinical Commissioning Group, which ends on 30 June 2022. Its successor is icb.',
      'Two people are called Pat Sample: pat@ccg.example and pat@bcc.example.',
    ]);
  });
});

describe('the template is a file to fill in', () => {
  it('read back unfilled it is nobody, and every action is listed as unowned', () => {
    const { people, warnings } = peopleOf(peopleTemplate(plan));

    expect(people).toEqual([]);
    expect(warnings.slice(0, 2)).toEqual([
      'A1 (Open three family hubs) has no owner: nobody will be asked about it.',
      'A2 (Train the people who work in them) has no owner: nobody will be asked about it.',
    ]);
  });

  it.each([
    ["Birmingham's plan", birminghamText],
    ['the example plan', exampleText],
  ])('filled in with one person, it owns every action and every measure of %s once', (_, planText) => {
    const whole = planOf(planText);
    const filled = peopleTemplate(whole).replaceAll(
      '\r\n,,,',
      `\r\nAda Sample,ada@sample.example,${whole.organisations[0]!.code},`,
    );

    const { people } = peopleOf(filled, whole);

    const owned = people[0]!.roles
      .filter(({ kind }) => kind === 'owner')
      .map(({ scope }) => (scope.kind === 'partnership' ? '' : scope.code));
    const all = [...whole.actions, ...whole.indicators.flatMap(({ measures }) => measures)].map(
      ({ code }) => code,
    );
    expect(owned.sort()).toEqual(all.sort());
  });

  it('an action whose title a spreadsheet would reckon with is written as text', () => {
    const risky = { ...plan, actions: plan.actions.map((action) => ({ ...action, shortTitle: '=1+1' })) };

    expect(peopleTemplate(risky)).toContain(",owner,A1 M1,'=1+1,");
  });
});

describe('the people for rehearsal', () => {
  const sample = peopleOf(readFileSync('plans/sample-people.csv', 'utf8'), planOf(birminghamText));

  it('hold every action and every measure that is asked for, and every seat', () => {
    expect(sample.people).toHaveLength(18);
    expect(sample.warnings).toEqual([
      'IC5 (Inclusive cultures, fewer exclusions) has no deputy: nobody is asked when its owner is away.',
      'IC7 (Workforce diversity and cultural competence) has no deputy: nobody is asked when its owner is away.',
      'JO4 (Digital offer) has no deputy: nobody is asked when its owner is away.',
    ]);
  });

  it('are plainly invented, and use both platforms', () => {
    expect(sample.people.filter(({ email }) => !email.endsWith('.example'))).toEqual([]);
    expect(
      new Set(sample.people.flatMap(({ accounts }) => accounts.map(({ platform }) => platform))),
    ).toEqual(new Set(['slack', 'teams']));
  });

  it('of the example plan leave three actions without a deputy', () => {
    const { people, warnings } = peopleOf(
      readFileSync('plans/sample-people-example.csv', 'utf8'),
      planOf(exampleText),
    );

    expect(people).toHaveLength(6);
    expect(warnings.map((warning) => warning.slice(0, 2))).toEqual(['A3', 'A4', 'A5']);
  });
});
