/* What became of the notes of an order since the two sides last agreed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A three-way merge: a side has moved if its digest is not the one that was
 * agreed on. Where nothing was agreed on yet, both sides count as having been
 * blank, so that no text is lost at first contact.
 */
#include "bright-notes-flow.h"

#include "bright-note-text.h"

#include <string.h>

static void
take_text (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

BrightNotes *
bright_order_link_get_notes (BrightOrderLink *link)
{
  if (link->notes == NULL)
    link->notes = bright_record_new (&bright_notes_type);
  return link->notes;
}

void
bright_notes_agree (BrightNotes *notes,
                    const char *staff_field,
                    const char *store,
                    const char *brightpearl)
{
  take_text (&notes->staff_field, g_strdup (staff_field));
  take_text (&notes->store, bright_note_digest (store));
  take_text (&notes->brightpearl, bright_note_digest (brightpearl));
  if (notes->conflict[0] != '\0')
    take_text (&notes->conflict, g_strdup (BRIGHT_NOTES_MERGED));
}

static gboolean
say_the_same (const char *one, const char *other)
{
  g_autofree char *digest = bright_note_digest (one);
  g_autofree char *other_digest = bright_note_digest (other);

  return strcmp (digest, other_digest) == 0;
}

static gboolean
is_too_long (const char *text)
{
  return strlen (text) > BRIGHT_NOTE_STORE_BYTES;
}

gboolean
bright_notes_are_equal (const char *store, const char *brightpearl)
{
  g_autofree char *tidy = NULL;
  g_autofree char *cut = NULL;

  if (say_the_same (store, brightpearl))
    return TRUE;
  tidy = bright_note_tidy (brightpearl);
  if (!is_too_long (tidy))
    return FALSE;
  cut = bright_note_cut (tidy);
  return say_the_same (store, cut);
}

static gboolean
has_moved (const char *text, const char *agreed)
{
  g_autofree char *digest = bright_note_digest (text);

  return strcmp (digest, agreed) != 0;
}

static BrightNoteMove
find_move (const BrightNoteCase *note_case)
{
  const BrightNotes *notes = note_case->notes;
  const char *store = note_case->store;
  const char *brightpearl = note_case->brightpearl;
  gboolean is_known
      = notes != NULL && strcmp (notes->staff_field, note_case->settings->staff_field) == 0;
  gboolean store_moved = has_moved (store, is_known ? notes->store : "");
  gboolean brightpearl_moved = has_moved (brightpearl, is_known ? notes->brightpearl : "");

  if (!store_moved && !brightpearl_moved)
    return BRIGHT_NOTE_IN_STEP;
  if (bright_notes_are_equal (store, brightpearl))
    return BRIGHT_NOTE_AGREE;
  if ((!brightpearl_moved && store[0] == '\0') || (!store_moved && brightpearl[0] == '\0'))
    return BRIGHT_NOTE_EMPTIED;
  if (!store_moved)
    return BRIGHT_NOTE_TO_STORE;
  /* The end of a text that was cut for the store must not get lost by an edit there. */
  if (!brightpearl_moved && !is_too_long (brightpearl))
    return BRIGHT_NOTE_TO_BRIGHTPEARL;
  /* One that has all of the other needs no merging; our own merged text, whose answer was
   * lost, is such a one. */
  if (bright_note_includes (brightpearl, store))
    return BRIGHT_NOTE_TO_STORE;
  if (bright_note_includes (store, brightpearl))
    return BRIGHT_NOTE_TO_BRIGHTPEARL;
  return BRIGHT_NOTE_MERGE;
}

/* The field may say what we wrote in words of Brightpearl's own; that is not written again. */
static gboolean
copies_customer (const BrightNoteCase *note_case)
{
  const BrightNotes *notes = note_case->notes;
  const char *field = note_case->settings->customer_field;
  const char *message = note_case->order_case->order->customer_message;
  const char *present = note_case->texts != NULL ? note_case->texts->customer : "";

  if (field[0] == '\0' || bright_note_is_blank (message) || say_the_same (message, present))
    return FALSE;
  return notes == NULL || strcmp (notes->customer_field, field) != 0
         || has_moved (message, notes->message) || has_moved (present, notes->copied);
}

void
bright_note_case_init (BrightNoteCase *note_case,
                       const BrightOrderCase *order_case,
                       const BrightpearlFieldTexts *texts)
{
  const BrightOrderPart *part = order_case->link->parts->pdata[0];

  note_case->order_case = order_case;
  note_case->settings = &order_case->settings->notes;
  note_case->notes = order_case->link->notes;
  note_case->sales_order_id = part->sales_order_id;
  note_case->texts = texts;
  note_case->store = bright_note_tidy (order_case->order->staff_notes);
  note_case->brightpearl = bright_note_tidy (texts != NULL ? texts->staff : "");
  note_case->move = note_case->settings->staff_field[0] != '\0' ? find_move (note_case)
                                                                : BRIGHT_NOTE_IN_STEP;
  note_case->copies_customer = copies_customer (note_case);
}

void
bright_note_case_clear (BrightNoteCase *note_case)
{
  g_clear_pointer (&note_case->store, g_free);
  g_clear_pointer (&note_case->brightpearl, g_free);
}
