/* Telling text that was translated from text that was not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "practice.h"

G_BEGIN_DECLS

/**
 * PseudoWords:
 *
 * A language in which every message stands in brackets ⟦⟧, and the words that are data: those of
 * the practice store.
 */
typedef struct _PseudoWords PseudoWords;

/**
 * pseudo_words_speak:
 *
 * Makes the language and has this process speak it. To be called before GTK is initialized.
 *
 * Returns: (transfer full) (nullable): the language; %NULL where locales cannot be made
 */
PseudoWords *pseudo_words_speak (void);

void pseudo_words_free (PseudoWords *words);

/**
 * pseudo_words_learn:
 * @words: the language
 * @practice: a practice store
 *
 * Learns what is data: the names of the store's customers and products.
 */
void pseudo_words_learn (PseudoWords *words, Practice *practice);

/**
 * pseudo_words_find_foreign:
 * @words: the language
 * @text: what a person sees
 *
 * Returns: (transfer full) (nullable): the first word in @text that is neither translated nor data
 */
char *pseudo_words_find_foreign (PseudoWords *words, const char *text);

G_END_DECLS
