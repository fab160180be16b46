/** Sorting and filtering of the status board. */

for (const table of document.querySelectorAll<HTMLTableElement>('[data-status-table]')) {
  attachSorting(table);
  const filter = document.querySelector<HTMLFormElement>('[data-status-filter]');
  if (filter) attachFilter(filter, table);
}

function attachSorting(table: HTMLTableElement): void {
  const collator = new Intl.Collator(undefined, { numeric: true });
  const heads = [...table.querySelectorAll<HTMLTableCellElement>('thead th')];
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const isNumber = head.classList.contains('number');
      // Of numbers the largest are looked for first.
      const first = isNumber ? 'descending' : 'ascending';
      const other = isNumber ? 'ascending' : 'descending';
      const order = head.getAttribute('aria-sort') === first ? other : first;
      for (const one of heads) one.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', order);
      const body = table.tBodies[0];
      if (!body) return;
      const sign = order === 'ascending' ? 1 : -1;
      const rows = [...body.rows].map((row) => ({ row, text: row.cells[column]?.textContent.trim() ?? '' }));
      rows.sort((a, b) => sign * collator.compare(a.text, b.text));
      body.append(...rows.map(({ row }) => row));
    });
  });
}

function attachFilter(form: HTMLFormElement, table: HTMLTableElement): void {
  const text = form.querySelector<HTMLInputElement>('input');
  const choice = form.querySelector<HTMLSelectElement>('select');
  const output = form.querySelector('output');
  const rows = [...(table.tBodies[0]?.rows ?? [])].map((row) => ({
    row,
    words: row.textContent.toLocaleLowerCase(),
    tags: (row.dataset['tags'] ?? '').split(' '),
  }));
  const apply = (): void => {
    const wanted = text?.value.trim().toLocaleLowerCase() ?? '';
    const tag = choice?.value ?? '';
    let shown = 0;
    for (const { row, words, tags } of rows) {
      row.hidden = !words.includes(wanted) || (tag !== '' && !tags.includes(tag));
      if (!row.hidden) shown++;
    }
    if (output) output.value = `${shown} of ${rows.length}`;
  };
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.hidden = false;
  apply();
}
