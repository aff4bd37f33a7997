/**
 * Makes the rendered page better where there is script: the viewer's own time, and an answer in place
 * instead of a new page. Nothing here is needed; nothing typed is ever lost.
 */
import { spellMoment, spellTime, viewerLocale, viewerZone, zoneNamed } from '../kit/times.js';
import { mistakeSaid, refusalSaid } from '../words/said.js';
import type { FormWords } from './registration-form.js';

interface Problem {
  title?: string;
  detail?: string;
  code?: string;
  errors?: { pointer: string; code: string; detail: string }[];
}

const byId = <Kind extends HTMLElement>(id: string) => document.getElementById(id) as Kind | null;

function tellOwnTime(): void {
  const place = byId('own-time');
  const planned = document.querySelector<HTMLElement>('.time[data-starts]');
  if (!place || !planned) return;
  const { starts, ends, zone } = planned.dataset as { starts: string; ends: string; zone: string };
  const time = spellTime(starts, ends, viewerZone(), viewerLocale());
  const [hours, day, name] = place.querySelector('dd')!.children as unknown as [Element, Element, Element];
  hours.textContent = time.hours;
  day.textContent = time.day;
  name.textContent = viewerZone() === zone ? place.dataset['sameZone']!.replace('{zone}', () => time.zone) : time.zone;
  place.classList.remove('waiting');
}

/** Until when one may register, in the viewer's own time beside the session's. */
function tellOwnClosingHour(): void {
  const { at, zone, yours } = byId('closes')?.dataset ?? {};
  if (!at || viewerZone() === zone) return;
  byId('closes')!.append(` · ${yours}: ${spellMoment(at)}, ${zoneNamed(viewerZone(), new Date(at))}`);
}

/** The form's controls as the API's body: answers under their keys, of their kinds, empty ones left out. */
function bodyOf(form: HTMLFormElement): object {
  const body: Record<string, unknown> = { timeZone: viewerZone() };
  const answers: Record<string, unknown> = Object.create(null);
  for (const control of form.elements) {
    const { name, value, type, checked } = control as HTMLInputElement;
    const ticking = type === 'checkbox' || type === 'radio';
    if (!name || (ticking && !checked) || (!ticking && value.trim() === '')) continue;
    if (!name.startsWith('answers.')) {
      body[name] = value;
      continue;
    }
    const key = name.slice('answers.'.length);
    const several = type === 'checkbox' && control.closest('fieldset');
    if (several) answers[key] = [...((answers[key] as string[] | undefined) ?? []), value];
    else answers[key] = type === 'checkbox' ? true : type === 'number' ? Number(value) : value;
  }
  return { email: '', name: '', ...body, answers };
}

/** Shows what the answers so far lead to, in the form's order: a question may hang on one that hangs on another. */
function followAnswers(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll<HTMLElement>('[data-if-name]')) {
    const { ifName, ifIs } = field.dataset;
    const met = [...form.elements].some((one) => {
      const { name, value, type, checked } = one as HTMLInputElement;
      return name === ifName && value === ifIs && (checked || !/^(?:checkbox|radio)$/.test(type)) && one.closest('.field')!.classList.contains('asked');
    });
    field.classList.toggle('asked', met);
  }
}

function showProblem(form: HTMLFormElement, problem: Problem): void {
  const words = wordsOf(form);
  const summary = byId('summary')!;
  const errors = problem.errors ?? [];
  const list = document.createElement('ul');
  for (const error of errors) {
    const field = fieldOf(form, error.pointer);
    const detail = mistakeSaid(words.mistakes, error, field?.dataset['kind']);
    const item = list.appendChild(document.createElement('li'));
    if (!field) {
      item.textContent = detail;
      continue;
    }
    const control = field.matches('fieldset') ? field : field.querySelector<HTMLElement>('[id][name]')!;
    const label = field.querySelector(':scope > legend, :scope > label[for], :scope > .tick > span')!.firstChild!.textContent;
    field.querySelector('.error')!.textContent = detail;
    const wrong = field.matches('[role=radiogroup]') ? [field] : field.querySelectorAll('input, select, textarea');
    wrong.forEach((one) => one.setAttribute('aria-invalid', 'true'));
    const link = item.appendChild(document.createElement('a'));
    link.href = `#${control.id}`;
    const name = document.createElement('b');
    name.textContent = label;
    link.append(name, ` ${detail}`);
    link.onclick = (event) => {
      event.preventDefault();
      control.focus();
    };
  }
  const sentence = document.createElement('p');
  sentence.textContent = errors.length ? words.again : refusalSaid(words.refusals, problem.code, problem.detail ?? problem.title ?? words.failed);
  summary.replaceChildren(sentence, ...(errors.length ? [list] : []));
  summary.hidden = false;
  summary.focus();
}

/** The page's own language, as it was rendered. */
const wordsOf = (form: HTMLFormElement): FormWords => JSON.parse(form.dataset['words']!) as FormWords;

function fieldOf(form: HTMLFormElement, pointer: string): HTMLElement | undefined {
  return [...form.querySelectorAll<HTMLElement>('[data-pointer]')].find(({ dataset }) =>
    pointer === dataset['pointer'] || pointer.startsWith(`${dataset['pointer']}/`));
}

function clearProblem(form: HTMLFormElement): void {
  byId('summary')!.hidden = true;
  form.querySelectorAll('.error').forEach((error) => (error.textContent = ''));
  form.querySelectorAll('[aria-invalid]').forEach((control) => control.removeAttribute('aria-invalid'));
}

async function register(form: HTMLFormElement): Promise<void> {
  const answer = await fetch(form.dataset.api!, {
    method: 'POST',
    // Whoever registers is nobody yet: no cookie goes along, and none counts.
    credentials: 'omit',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(bodyOf(form)),
    signal: AbortSignal.timeout(20_000),
  });
  if (!answer.ok) return showProblem(form, (await answer.json().catch(() => ({}))) as Problem);
  const { standing } = (await answer.json()) as { standing: string };
  const done = byId<HTMLDialogElement>('done')!;
  done.querySelectorAll<HTMLElement>('[data-standing]').forEach((said) => (said.hidden = said.dataset['standing'] !== standing));
  done.querySelectorAll('[data-address]').forEach((place) => (place.textContent = (form.elements.namedItem('email') as HTMLInputElement).value));
  done.showModal();
  form.reset();
  followAnswers(form);
}

function enhance(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>('.go')!;
  // One judge: the server, by the definition that drew the form.
  form.noValidate = true;
  const send = async (): Promise<void> => {
    if (button.ariaDisabled) return;
    clearProblem(form);
    button.ariaDisabled = 'true';
    try {
      await register(form);
    } catch {
      showProblem(form, { detail: wordsOf(form).unreachable });
    } finally {
      button.ariaDisabled = null;
    }
  };
  form.addEventListener('change', () => followAnswers(form));
  // A browser that comes back to the page fills in what was typed, and tells nobody.
  addEventListener('pageshow', () => followAnswers(form));
  followAnswers(form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
}

tellOwnTime();
tellOwnClosingHour();
const form = byId<HTMLFormElement>('register');
if (form) enhance(form);

// After an answer without script the dialog stands open in the page; with script it can be modal.
const done = byId<HTMLDialogElement>('done');
if (done?.open) {
  done.close();
  done.showModal();
}
