import {simplePage} from '../ui/simple-page.js';

simplePage({name: 'rfm', sort: '-revenue', bar: 'people'});
