/* Texts of notes: comparing, merging and cutting them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** BRIGHT_NOTE_STORE_BYTES: the longest staff note that the store takes. */
#define BRIGHT_NOTE_STORE_BYTES 65535

/**
 * bright_note_tidy:
 * @text: a note as a platform has it
 *
 * Returns: (transfer full): the words as a person sees them: with plain line ends, without
 *   blanks at the end of lines, blank lines around it and HTML entities
 */
char *bright_note_tidy (const char *text);

/**
 * bright_note_digest:
 * @text: a note
 *
 * Returns: (transfer full): what two notes that say the same have in common; "" for a blank one
 */
char *bright_note_digest (const char *text);

/**
 * bright_note_is_blank:
 * @text: a note
 *
 * Returns: whether it says nothing
 */
gboolean bright_note_is_blank (const char *text);

/**
 * bright_note_includes:
 * @text: a note
 * @part: another
 *
 * Returns: whether all lines of @part are in @text, in their sequence
 */
gboolean bright_note_includes (const char *text, const char *part);

/**
 * bright_note_merge:
 * @store: the store's note
 * @brightpearl: Brightpearl's note
 * @date: the day, e.g. `2026-11-24`
 *
 * Returns: (transfer full): the lines with which both begin, and what they do not share,
 *   each under a heading with the day and the side
 */
char *bright_note_merge (const char *store, const char *brightpearl, const char *date);

/**
 * bright_note_cut:
 * @text: a note
 *
 * Returns: (transfer full): as much of it as the store takes, in whole characters
 */
char *bright_note_cut (const char *text);

G_END_DECLS
