import { parsePolicy } from '../../../shared/policy/policy.ts';
import { explain } from '../../../shared/policy/explain.ts';
import { readTextOnce } from '../../config/read-text.ts';
import { letReadersGo } from '../../log/gone-readers.ts';
import { MAX_POLICY_BYTES } from '../policy-file.ts';
import { readQuestion } from './explain-options.ts';
import { sayExplanation } from './say-explanation.ts';

// `npm run -s policy -- check FILE`, or `-- explain FILE --user U --tenant T --permissions read,write`.

const USAGE = `Say what to do with which file:
  npm run -s policy -- check FILE
  npm run -s policy -- explain FILE --user U012AB3CD --tenant "Nord Hafen" --permissions read,write
      [--expires 2027-01-31|never] [--channel C012AB3CD] [--groups S012AB3CD,S045EF6GH]
      [--kind member|guest|bot|outsider|gone] [--zone Europe/Berlin] [--by-people]`;

/** What is printed, and the status that a script reads: 1 is for what could not be answered. */
interface Answer {
  readonly text: string;
  readonly status: number;
}

const STATUS = { allow: 0, ask: 2, refuse: 3 } as const;

const unanswered = (text: string): Answer => ({ text, status: 1 });

const answer = ([what, file, ...options]: readonly string[]): Answer => {
  if ((what !== 'check' && what !== 'explain') || file === undefined) return unanswered(USAGE);
  const text = readTextOnce(file, MAX_POLICY_BYTES);
  if (!text.ok) return unanswered(`${file}: ${text.error}`);
  const policy = parsePolicy(text.value);
  if (!policy.ok) return unanswered(policy.error.map((fault) => `${file}: ${fault}`).join('\n'));
  if (what === 'check') {
    const { length } = policy.value.rules;
    return { text: `${file}: sound, ${length} ${length === 1 ? 'rule' : 'rules'}`, status: 0 };
  }
  const question = readQuestion(options, policy.value, Date.now());
  if (!question.ok) return unanswered(question.error);
  const explanation = explain(policy.value, question.value.asker, question.value.ask);
  return { text: sayExplanation(explanation), status: STATUS[explanation.decision.kind] };
};

letReadersGo();
const { text, status } = answer(process.argv.slice(2));
(status === 1 ? process.stderr : process.stdout).write(`${text}\n`);
process.exitCode = status;
