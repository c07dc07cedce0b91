import {simplePage} from '../ui/simple-page.js';

simplePage({name: 'paths', choices: {depth: ['2', '3', '4', '5']}, usual: {depth: '3'}, sort: '-sessions', bar: 'sessions'});
