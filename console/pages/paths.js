import {simplePage} from '../ui/simple-page.js';

simplePage({name: 'paths', choices: {depth: ['3', '2', '4', '5']}, sort: '-sessions', bar: 'sessions'});
