// The page shows the dashboards as they were at one moment, given by `now` in its address. Time stands still at that
// moment until the time range of the dashboard is known, then it goes on, since timers of libraries wait for it.
const RealDate = Date;
const now = Number(new URLSearchParams(location.search).get('now')) || RealDate.now();
let startedAt = null;

const current = () => (startedAt === null ? now : now + (RealDate.now() - startedAt));

class PageDate extends RealDate {
  constructor(...parts) {
    if (parts.length > 0) super(...parts);
    else super(current());
  }

  static now() {
    return current();
  }
}

globalThis.Date = PageDate;

export function letTimeGoOn() {
  startedAt = RealDate.now();
}
