import {simplePage} from '../ui/simple-page.js';

simplePage({
  name: 'sessions',
  choices: {by: ['device', 'country', 'source', 'locale', 'landing_page', 'exit_page']},
  sort: '-sessions',
  bar: 'sessions',
});
