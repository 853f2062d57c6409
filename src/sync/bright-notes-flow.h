/* What the files of the notes flow share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-order-flows.h"
#include "brightpearl-field-texts.h"

G_BEGIN_DECLS

#define BRIGHT_STEP_WRITE_FIELDS "write-fields"
#define BRIGHT_STEP_WRITE_STAFF_NOTE "write-staff-note"

/**
 * BrightNoteMove:
 * @BRIGHT_NOTE_IN_STEP: nothing has moved
 * @BRIGHT_NOTE_AGREE: both sides say the same, which is not known yet
 * @BRIGHT_NOTE_EMPTIED: one side was emptied, which never empties the other
 * @BRIGHT_NOTE_TO_BRIGHTPEARL: the store's text is to be copied
 * @BRIGHT_NOTE_TO_STORE: Brightpearl's text is to be copied
 * @BRIGHT_NOTE_MERGE: both texts are to be kept on both sides
 *
 * What became of the staff note since the two sides last agreed.
 */
typedef enum
{
  BRIGHT_NOTE_IN_STEP,
  BRIGHT_NOTE_AGREE,
  BRIGHT_NOTE_EMPTIED,
  BRIGHT_NOTE_TO_BRIGHTPEARL,
  BRIGHT_NOTE_TO_STORE,
  BRIGHT_NOTE_MERGE,
} BrightNoteMove;

/**
 * BrightNoteCase:
 * @order_case: the case of the order
 * @settings: the settings of notes
 * @notes: (nullable): what is kept of the order's notes
 * @sales_order_id: the sales order that carries them
 * @texts: what its custom fields say
 * @store: the store's staff note, tidied
 * @brightpearl: Brightpearl's, tidied
 * @move: what became of the staff note
 * @copies_customer: whether the customer's words are to be copied
 *
 * What the decision about the notes of an order depends on.
 */
typedef struct
{
  const BrightOrderCase *order_case;
  const BrightNotesValues *settings;
  const BrightNotes *notes;
  gint64 sales_order_id;
  const BrightpearlFieldTexts *texts;
  char *store;
  char *brightpearl;
  BrightNoteMove move;
  gboolean copies_customer;
} BrightNoteCase;

/* What is to be done next; bright-notes-decide.c */
BrightDecision *bright_notes_decide (const BrightOrderCase *order_case);

/* What became of the notes; bright-notes-case.c. @texts may be NULL for a sales order that is
 * not made yet. */
void bright_note_case_init (BrightNoteCase *note_case,
                            const BrightOrderCase *order_case,
                            const BrightpearlFieldTexts *texts);
void bright_note_case_clear (BrightNoteCase *note_case);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BrightNoteCase, bright_note_case_clear)

/* Whether two texts say the same, as far as the store could take it. */
gboolean bright_notes_are_equal (const char *store, const char *brightpearl);

/* What is kept of the notes of an order, made where there is nothing yet. */
BrightNotes *bright_order_link_get_notes (BrightOrderLink *link);

/* Takes down that the store's and Brightpearl's staff notes belong together. */
void bright_notes_agree (BrightNotes *notes,
                         const char *staff_field,
                         const char *store,
                         const char *brightpearl);

/* PATCH order-service/order/{id}/custom-field with whatever is to be written; NULL for nothing.
 * Fields that take no text are left out and named in @unfit; bright-notes-steps.c */
BrightStep *bright_step_write_fields (const BrightNoteCase *note_case, const char **unfit);

/* PUT /v2/orders/{id} with Brightpearl's staff note. */
BrightStep *bright_step_write_staff_note (const BrightNoteCase *note_case);

/* The steps of the flow and what their outcomes mean; bright-notes-outcome.c */
extern const BrightStepKind bright_notes_kinds[];

/* Reads the custom fields of orders' sales orders; bright-notes-facts.c */
void bright_notes_read_async (BrightSync *sync,
                              GPtrArray *actives,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
GPtrArray *bright_notes_read_finish (GAsyncResult *result, GError **error);

/* Reads them again for all open sales orders after these were; bright-notes-discover.c */
void bright_notes_discover_async (BrightSync *sync,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean bright_notes_discover_finish (GAsyncResult *result, GError **error);

G_END_DECLS
