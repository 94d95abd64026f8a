/**
 * Which rules of the product's own read a comment: its words, patterns, themes and thresholds. Goes up with every change of them, so that
 * what earlier releases read and stored is read again.
 */
export const RULES = 2
