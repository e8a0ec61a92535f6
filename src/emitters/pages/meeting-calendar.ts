import { type CalendarYear, calendarOf, dayName } from '#archive/calendar.ts';
import { meetingsOf } from '#archive/meetings.ts';
import { namesOf } from '#document/terms.ts';
import type { Emitter } from '#emitters/emitter.ts';
import { type Frame, frameOf, pageView, urlOf } from '#emitters/views/frame.ts';
import { documentPath } from '#emitters/views/lines.ts';
import { type ListedMeeting, listedMeeting, titleOfMeeting } from '#emitters/views/meeting-view.ts';

type Input = Readonly<{
  frame: Frame;
  calendar: CalendarYear<ListedMeeting>;
  years: readonly number[];
}>;

/** The meetings of each year as a calendar. */
export const meetingCalendar: Emitter<Input> = {
  name: 'meeting-calendar',
  templates: ['calendar.njk'],
  *plan(archive, site) {
    const calendars = calendarOf(meetingsOf(archive.documents).map(listedMeeting));
    const frame = frameOf(archive, site);
    const years = calendars.map(({ year }) => year);
    for (const calendar of calendars) {
      const path = `${calendarFolder(calendar.year)}index.html`;
      yield { path, input: () => ({ frame, calendar, years }) };
    }
  },
  produce({ frame, calendar, years }, { render }) {
    const { text } = frame;
    const { year } = calendar;
    const title = `${year}${text.year}${text.calendarOfMeetings}`;
    const page = pageView(frame, {
      path: `${calendarFolder(year)}index.html`,
      title,
      section: 'meetings/',
      breadcrumbs: [{ title: text.meetings, page: 'meetings/' }],
    });
    const months = calendar.months.map(({ month, before, days }) => ({
      title: `${month}${text.month}`,
      before: Array.from({ length: before }),
      days: days.map(({ day, meetings }) => ({
        day,
        anchor: meetings === 0 ? null : anchorOf(dayName(year, month, day)),
        label: `${month}${text.month}${day}${text.dayOfMonth} ${meetings}${text.meetingsUnit}`,
        count: meetings,
      })),
    }));
    const seen = new Set<string>();
    const meetings = calendar.meetings.map(({ day, meeting: { document, meeting } }) => {
      const isFirst = day !== null && !seen.has(day);
      if (day !== null) seen.add(day);
      return {
        id: isFirst ? anchorOf(day) : null,
        day,
        title: titleOfMeeting(document.title, meeting),
        url:
          urlOf(documentPath(document.id), page.root) +
          (meeting.anchor === null ? '' : `#${meeting.anchor}`),
        sort: meeting.sort,
        organisation: namesOf(document.organisations),
      };
    });
    return render('calendar.njk', {
      page,
      text,
      heading: title,
      weekdays: [...text.weekdays],
      months,
      meetings,
      years: years.map((each) => ({
        title: `${each}${text.year}`,
        url: urlOf(calendarFolder(each), page.root),
        current: each === year,
      })),
    });
  },
};

/** Where the calendar of a year lies. */
export function calendarFolder(year: number): string {
  return `meetings/calendar/${year}/`;
}

function anchorOf(day: string): string {
  return `d-${day}`;
}
