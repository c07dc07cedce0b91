import {html, nothing} from '../vendor/lit-html@3.3.3/lit-html.js';
import {choice} from './controls.js';
import {dataTable, pager} from './data-table.js';
import {panel} from './panel.js';
import {startPage} from './shell.js';

/**
 * A page that is one report as a table, with choices above it.
 *
 * @param definition.choices parameters of the report that are chosen by buttons: {name: [values]}
 * @param definition.usual their defaults, where that is not the first value
 * @param definition.range the range's own default, as a parameter of the URL
 * @param definition.bar the column drawn as bars, or a function of the context
 * @param definition.parameters fixed parameters of the report, or a function of the context
 * @param definition.before what stands above the table: (context, answer) → content
 */
export function simplePage({name, report = name, choices = {}, usual = {}, sort = '', bar, hasCompare, range, parameters = () => ({}), before = () => ''}) {
  const chosen = context => Object.fromEntries(Object.keys(choices).map(choice => [choice, context.state[choice]]));
  startPage({
    name,
    hasCompare,
    parameters: {
      ...(range && {range}),
      sort: {default: sort},
      ...Object.fromEntries(Object.entries(choices).map(([choice, values]) => [choice, {default: usual[choice] ?? values[0], values}])),
    },
    reports: context => ({
      [name]: context.question(report, {
        ...chosen(context),
        sort: context.state.sort,
        page: context.state.page,
        size: 50,
        ...parameters(context),
      }),
    }),
    body: context => html`
      ${Object.keys(choices).length === 0 ? nothing : html`<div class="options">${Object.entries(choices).map(([parameter, values]) => choice(context, parameter, values, {
        label: context.t(`${name}.${parameter}`),
        text: value => context.t(context.texts.has(`${parameter}.${value}`) ? `${parameter}.${value}` : `column.${value}`),
        // Another grouping has other columns.
        also: () => ({sort}),
      }))}</div>`}
      ${panel(context, {
        slot: name,
        title: context.t(`${name}.title`),
        how: context.t(`how.${name}`),
        skeleton: 'tall',
        content: answer => html`${before(context, answer)}
          ${dataTable(context, answer, {sort: true, bar, caption: context.t(`${name}.title`)})}${pager(context, answer)}`,
      })}`,
  });
}
