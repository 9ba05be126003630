import {makeFloor} from './lib/floor.mjs'; import {mkdirSync} from 'node:fs'; mkdirSync('/tmp/floor',{recursive:true}); await makeFloor('/tmp/floor');
