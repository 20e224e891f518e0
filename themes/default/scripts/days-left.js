// Adds to a day to come how many days are left, by the reader's own calendar: <time datetime="2026-12-01" data-days-left="one day left|{days} days left">.
// The text holds the day, since the page is static; a day that is past gets nothing.
const now = new Date();
const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
for (const time of document.querySelectorAll('time[data-days-left]')) {
  const days = Math.round((Date.parse(time.dateTime) - today) / 86400000);
  if (days < 1) continue;
  const [one, many] = time.dataset.daysLeft.split('|');
  const note = document.createElement('small');
  note.className = 'days-left on-screen'; // on paper it would soon be wrong
  note.textContent = days === 1 ? one : many.replace('{days}', days);
  time.after(' ', note);
}
