// The search of an edition: reads the index that the build made, as scripts that only hand over texts.
// Nothing leaves the page, nothing is kept, and what comes from the index is text and never markup.
(function () {
  'use strict';

  const root = document.currentScript.src.replace(/assets\/[^/]*$/, '');
  const onDisk = location.protocol === 'file:';

  // Files

  const files = new Map();
  const waiting = new Map();

  window.bilancioCerca = function (name, text) { waiting.get(name)?.(text); };

  function load(name) {
    if (!files.has(name)) {
      files.set(name, new Promise((resolve, reject) => {
        const script = document.createElement('script');
        const end = (then, value) => { waiting.delete(name); script.remove(); then(value); };
        waiting.set(name, text => end(resolve, text));
        script.onload = script.onerror = () => end(reject, new Error(name));
        script.src = root + name + '.js';
        document.head.append(script);
      }));
      files.get(name).catch(() => files.delete(name));
    }
    return files.get(name);
  }

  // Numbers as letters: those of base64url, six bits to each

  const values = new Map(
    [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].map((letter, value) => [letter, value]));

  function* numbers(text) {
    let value = 0, shift = 0;
    for (const letter of text) {
      const digit = values.get(letter);
      value |= (digit & 31) << shift;
      shift += 5;
      if (digit < 32) {
        yield value;
        value = shift = 0;
      }
    }
  }

  // Where each of some runs begins, and where the last ends.
  function starts(counts) {
    const places = [0];
    for (const count of counts) places.push(places.at(-1) + count);
    return places;
  }

  // The last place whose value is not above another.
  function placeOf(value, sorted) {
    let low = 0, high = sorted.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (sorted[middle] <= value) low = middle; else high = middle - 1;
    }
    return low;
  }

  // Words, as `Sources/Search/Words` takes them

  const WORD = /\p{L}(?:\.\p{L})+(?![\p{L}\p{M}\d])|\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}\d]*/gu;
  const LONGEST = 40;

  class Words {
    constructor(language, folding, stopWords) {
      this.language = language;
      this.thousands = language === 'en' ? /,(?=\d{3}(?!\d))/g : /\.(?=\d{3}(?!\d))/g;
      this.stopWords = new Set(stopWords.split(' '));
      this.folding = new Map(folding.split(' ').flatMap(group => {
        const [base, letters] = group.split(':');
        return [...letters].map(letter => [letter, base]);
      }));
    }

    fold(word) {
      return [...word.toLowerCase().replace(/[.\u0300-\u036F]/g, '')]
        .map(letter => this.folding.get(letter) ?? letter).join('');
    }

    // The words of a text with their places; those that are no terms have none.
    in(text) {
      return [...text.matchAll(WORD)].map(match => {
        const [written] = match;
        const word = /^\d/.test(written)
          ? written.replace(this.thousands, '').replace(/[.,]/g, ',').replace(/^0+(?=\d)/, '')
          : this.fold(written);
        const isTerm = word && !this.stopWords.has(word) && [...word].length <= LONGEST
          && !/[\u{10000}-\u{10FFFF}]/u.test(word);
        return { start: match.index, end: match.index + written.length, word, term: isTerm ? this.stem(word) : null };
      });
    }

    stem(word) {
      if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
      if (this.language === 'en') {
        if (word.length > 4 && word.endsWith('ies')) return word.slice(0, -3) + 'y';
        if (/.(?:x|ss|ch|sh)es$/.test(word)) return word.slice(0, -2);
        return /s$/.test(word) && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
      }
      if (!/[aeio]$/.test(word)) return word;
      let end = word.length - 1;
      if (end > 3 && word[end - 1] === 'h' && 'cg'.includes(word[end - 2])) end -= 1;
      if (end > 3 && word[end - 1] === 'i') end -= 1;
      return word.slice(0, end);
    }
  }

  // How many letters have to be changed, left out, put in or exchanged with the next to make one word of the
  // other; more than the most that matters where it is too many (Damerau and Levenshtein).
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [], last = Array.from({ length: other.length + 1 }, (_, place) => place);
    for (let i = 1; i <= one.length; i++) {
      const row = [i];
      for (let j = 1; j <= other.length; j++) {
        const isSame = one[i - 1] === other[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (isSame ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      if (Math.min(...row) > most) return most + 1;
      [before, last] = [last, row];
    }
    return last[other.length];
  }

  // The index of an edition

  const WEIGHT = { exact: 1, beginning: 0.6, similar: [0, 0.5, 0.3] };
  const MOST = { beginnings: 24, similar: 4 };

  class Index {
    static async open(name) {
      const lines = (await load(name)).split('\n');
      if (lines[0] !== '1') throw new Error('version');
      return new Index(name.replace(/[^/]*$/, ''), lines);
    }

    constructor(folder, lines) {
      const [, language, folding, stopWords, pages, postings, terms, texts, rows, vocabulary] = lines;
      const named = (kind, names) =>
        (names.match(/.{16}/g) ?? []).map((hash, number) => folder + kind + number + '-' + hash);
      this.words = new Words(language, folding, stopWords);
      this.pages = starts(numbers(pages));
      this.postings = { names: named('p', postings), starts: starts(numbers(terms)) };
      this.texts = { names: named('t', texts), starts: starts(numbers(rows)) };
      let last = '';
      this.terms = !vocabulary ? [] : vocabulary.split(' ').map(written => {
        last = last.slice(0, values.get(written[0])) + written.slice(1);
        return last;
      });
    }

    // Where a term stands among all, or would stand.
    find(term) {
      let low = 0, high = this.terms.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.terms[middle] < term) low = middle + 1; else high = middle;
      }
      return low;
    }

    // The terms that a word of a question means, each with its weight.
    meant(word, term, isLast, isTyped) {
      const found = new Map();
      const place = this.find(term);
      if (this.terms[place] === term) found.set(place, WEIGHT.exact);
      if (isLast && word.length > 1 && (isTyped || !found.size)) {
        const first = this.find(word);
        for (let at = first; at < first + MOST.beginnings && this.terms[at]?.startsWith(word); at++) {
          if (!found.has(at)) found.set(at, WEIGHT.beginning);
        }
      }
      if (found.size || word.length < 4 || /\d/.test(word)) return { found, isSimilar: false };
      const most = word.length > 6 ? 2 : 1;
      // Of a word of four letters three are left: the first at least is right.
      const near = this.terms.map((other, at) => ({ at, other, far: distance(term, other, most) }))
        .filter(({ other, far }) => far <= most && (word.length > 4 || other[0] === term[0]));
      const nearest = Math.min(...near.map(({ far }) => far));
      const shared = other => {
        let count = 0;
        while (count < other.length && other[count] === term[count]) count++;
        return count;
      };
      near.filter(({ far }) => far === nearest)
        .sort((a, b) => shared(b.other) - shared(a.other) || a.at - b.at)
        .slice(0, MOST.similar)
        .forEach(({ at, far }) => found.set(at, WEIGHT.similar[far]));
      return { found, isSimilar: found.size > 0 };
    }

    async impacts(terms) {
      const best = new Map();
      await Promise.all([...terms].map(async ([term, weight]) => {
        const shard = placeOf(term, this.postings.starts);
        const row = (await load(this.postings.names[shard])).split(' ')[term - this.postings.starts[shard]];
        let document = -1, value = 0, shift = 0, isImpact = false;
        for (const letter of row) {
          const digit = values.get(letter);
          if (isImpact) {
            best.set(document, Math.max(best.get(document) ?? 0, digit * weight));
            isImpact = false;
            continue;
          }
          value |= (digit & 31) << shift;
          shift += 5;
          if (digit < 32) {
            document += value + 1;
            value = shift = 0;
            isImpact = true;
          }
        }
      }));
      return best;
    }

    // Of each page the passage that answers best, the best of all first. A question that is still being typed
    // ends in the beginning of a word.
    async search(question, isTyped = false) {
      const written = this.words.in(question.normalize('NFC'));
      const words = written.filter(({ term }) => term !== null);
      const asked = new Set(), scores = new Map();
      let isSimilar = false;
      const meant = words.map(({ word, term }, at) => this.meant(word, term, at === words.length - 1, isTyped));
      for (const each of meant) {
        isSimilar ||= each.isSimilar;
        for (const term of each.found.keys()) asked.add(this.terms[term]);
      }
      for (const impacts of await Promise.all(meant.map(({ found }) => this.impacts(found)))) {
        for (const [document, impact] of impacts) {
          const known = scores.get(document) ?? { sum: 0, words: 0 };
          scores.set(document, { sum: known.sum + impact, words: known.words + 1 });
        }
      }
      const pages = new Map();
      for (const [document, { sum, words: count }] of scores) {
        const page = placeOf(document, this.pages), score = sum * count / words.length;
        const best = pages.get(page);
        if (!best || best.score < score || best.score === score && best.document > document) {
          pages.set(page, { document, score });
        }
      }
      const results = [...pages.values()].sort((a, b) => b.score - a.score || a.document - b.document);
      return { results, asked, isSimilar, isCommon: words.length === 0 && written.length > 0 };
    }

    async passage(document) {
      const shard = placeOf(document, this.texts.starts);
      const row = (await load(this.texts.names[shard])).split('\n')[document - this.texts.starts[shard]];
      const [kind, address, title, heading, detail, text] = row.split('\t');
      return { kind, address, title, heading, detail, text };
    }
  }

  // What is shown

  const SHOWN = 10;
  const CONTEXT = { all: 220, before: 50 };

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  // The text with the words that were asked for marked.
  function marked(text, places) {
    const parts = [];
    let at = 0;
    for (const { start, end } of places) {
      parts.push(text.slice(at, start), element('mark', '', text.slice(start, end)));
      at = end;
    }
    return [...parts, text.slice(at)];
  }

  // The stretch of a text with most of the words that were asked for.
  function context(text, places) {
    if (text.length <= CONTEXT.all) return { start: 0, end: text.length };
    let best = 0, most = 0;
    for (let first = 0, last = 0; first < places.length; first++) {
      while (last < places.length && places[last].end <= places[first].start + CONTEXT.all - CONTEXT.before) last++;
      if (last - first > most) [best, most] = [places[first].start, last - first];
    }
    let start = Math.max(0, best - CONTEXT.before);
    let end = Math.min(text.length, start + CONTEXT.all);
    // Whole words, and the end of the text where it is near.
    if (start > 0) start = text.indexOf(' ', start) + 1 || start;
    if (end < text.length) end = Math.max(text.lastIndexOf(' ', end), start + 1);
    return { start: Math.min(start, best), end };
  }

  function shown(index, asked, { kind, address, title, heading, detail, text }) {
    const hits = of => index.words.in(of).filter(({ term }) => asked.has(term));
    const link = element('a', '', ...marked(title, hits(title)));
    if (heading) link.append(' – ', ...marked(heading, hits(heading)));
    const [path, place] = address.split('#');
    link.href = root + path + (onDisk && /(^|\/)$/.test(path) ? 'index.html' : '') + (place ? '#' + place : '');
    const item = element('li', '', element('p', 'titoletto', detail ? `${kind}: ${detail}` : kind),
      element('h3', '', link));
    const all = hits(text), { start, end } = context(text, all);
    const inside = all.filter(hit => hit.start >= start && hit.end <= end)
      .map(hit => ({ start: hit.start - start, end: hit.end - start }));
    const words = marked(text.slice(start, end), inside);
    if (text) item.append(element('p', '', start > 0 ? '… ' : '', ...words, end < text.length ? ' …' : ''));
    return item;
  }

  // The page

  function start(form) {
    const field = form.elements.q, says = form.dataset;
    const status = document.getElementById('cerca-esito');
    const section = document.getElementById('cerca-risultati');
    const list = section.querySelector('ol'), more = section.querySelector('button');
    const elsewhere = document.querySelectorAll('#cerca-altrove a');
    const opened = () => Index.open(says.indice.replace(/\.js$/, ''));
    let turn = 0, showMore = () => {};

    function say(text, values = {}) {
      status.textContent = text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
    }

    async function show(query, isTyped = false) {
      const own = ++turn;
      for (const link of elsewhere) link.search = query ? '?q=' + encodeURIComponent(query) : '';
      if (!query) {
        section.hidden = true;
        say('');
        return;
      }
      const late = setTimeout(() => { if (own === turn) say(says.lento); }, 400);
      try {
        const index = await opened();
        const { results, asked, isSimilar, isCommon } = await index.search(query, isTyped);
        const items = async from => (await Promise.all(
          results.slice(from, from + SHOWN).map(({ document }) => index.passage(document))))
          .map(passage => shown(index, asked, passage));
        const first = await items(0);
        if (own !== turn) return;
        list.replaceChildren(...first);
        section.hidden = !first.length;
        more.parentElement.hidden = results.length <= SHOWN;
        showMore = async () => {
          const from = list.children.length, next = await items(from);
          if (own !== turn) return;
          list.append(...next);
          more.parentElement.hidden = list.children.length >= results.length;
          next[0]?.querySelector('a').focus();
        };
        const count = results.length;
        const told = isCommon ? says.comune : count === 0 ? says.nessuno : count === 1 ? says.uno : says.molti;
        say(told + (isSimilar && count ? ' ' + says.simili : ''), { query, count: count.toLocaleString(document.documentElement.lang) });
      } catch {
        if (own !== turn) return;
        section.hidden = true;
        say(says.rotto);
      } finally {
        clearTimeout(late);
      }
    }

    const asked = () => new URLSearchParams(location.search).get('q') ?? '';

    // The address always says what is shown, so that it can be sent on and the way back leads here.
    function note(query, isNew) {
      if (query === asked()) return;
      const address = query ? '?q=' + encodeURIComponent(query) : location.pathname;
      try {
        if (isNew) history.pushState(null, '', address); else history.replaceState(null, '', address);
      } catch { /* A browser that keeps a page on the disk at its address shows the results all the same. */ }
    }

    let pause;
    field.addEventListener('input', () => {
      clearTimeout(pause);
      pause = setTimeout(() => {
        note(field.value.trim(), false);
        show(field.value.trim(), true);
      }, 250);
    });
    field.addEventListener('focus', () => opened().catch(() => {}), { once: true });
    form.addEventListener('submit', event => {
      event.preventDefault();
      clearTimeout(pause);
      note(field.value.trim(), true);
      show(field.value.trim());
    });
    more.addEventListener('click', () => showMore().catch(() => say(says.rotto)));
    window.addEventListener('popstate', () => {
      field.value = asked();
      show(field.value.trim());
    });

    if (asked()) {
      field.value = asked();
      show(field.value.trim());
    }
  }

  const form = document.querySelector('form[data-indice]');
  if (form) start(form);
  // For those who compare the words here with those of the index.
  window.bilancioCerca.Index = Index;
})();
