/**
 * Version of the built-in rules (lexicon, patterns, seed themes, thresholds): its words, patterns, themes and thresholds. Goes up with every change of them, so that
 * what earlier releases read and stored is read again.
 */
export const RULES_VERSION = 2
