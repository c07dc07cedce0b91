import {simplePage} from '../ui/simple-page.js';

simplePage({name: 'recommendations', choices: {by: ['kind', 'product']}, sort: '-revenue', bar: 'revenue'});
