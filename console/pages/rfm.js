import {RANGES} from '../app/dates.js';
import {simplePage} from '../ui/simple-page.js';

simplePage({
  name: 'rfm',
  // Four weeks would make a lost customer of everybody who orders once a season.
  range: {default: '12m', values: RANGES},
  sort: '-revenue',
  bar: 'people',
});
