/* The decision about the notes of an order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The customer's words go to Brightpearl only; the staff note goes both ways,
 * to the store only while the gate is open. If both sides were edited, both
 * texts are written to Brightpearl first; that makes Brightpearl the side that
 * has moved, and the store gets them as it gets any other edit.
 */
#include "bright-notes-flow.h"

#include "bright-gate.h"
#include "bright-note-text.h"
#include "bright-order-answer.h"

#include <glib/gi18n.h>
#include <string.h>

/* How old may be what is known of a field that is to be written over? */
#define FRESH_SECONDS 300
/* When what a platform refused is offered to it again. */
#define RETRY_SECONDS (24 * 3600)

static gboolean
is_about (const BrightpearlFieldTexts *texts, const BrightOrderCase *order_case)
{
  const BrightNotesValues *settings = &order_case->settings->notes;
  const BrightOrderPart *part = order_case->link->parts->pdata[0];

  return texts->sales_order_id == part->sales_order_id
         && strcmp (texts->customer_field, settings->customer_field) == 0
         && strcmp (texts->staff_field, settings->staff_field) == 0;
}

static const BrightpearlFieldTexts *
get_texts (const BrightOrderCase *order_case)
{
  const BrightpearlFieldTexts *texts
      = bright_order_case_get_fact (order_case, BRIGHT_ORDER_FACT_FIELDS);

  return texts != NULL && is_about (texts, order_case) ? texts : NULL;
}

/* A sales order that we made has empty fields, as far as we know; only with something to write
 * it is worth a look. */
static gboolean
has_notes (const BrightOrderCase *order_case)
{
  const BigcommerceOrder *order = order_case->order;
  const BrightNotesValues *settings = &order_case->settings->notes;

  return order_case->link->notes != NULL
         || order_case->facts[BRIGHT_ORDER_FACT_FIELDS] != NULL
         || (settings->customer_field[0] != '\0' && !bright_note_is_blank (order->customer_message))
         || (settings->staff_field[0] != '\0' && !bright_note_is_blank (order->staff_notes));
}

static gboolean
is_in_conflict (const BrightNoteCase *note_case, const char *conflict)
{
  return note_case->notes != NULL && strcmp (note_case->notes->conflict, conflict) == 0;
}

static gboolean
has_conflict (const BrightNoteCase *note_case)
{
  return note_case->notes != NULL && note_case->notes->conflict[0] != '\0';
}

static BrightDecision *
learn (BrightLearnFunc function, const char *what)
{
  BrightDecision *decision = bright_decision_new (BRIGHT_DECISION_LEARN);

  decision->learn = function;
  decision->learned = g_strdup (what);
  return decision;
}

static void
set_conflict (BrightOrderLink *link, const char *conflict)
{
  BrightNotes *notes = bright_order_link_get_notes (link);

  g_free (notes->conflict);
  notes->conflict = g_strdup (conflict);
}

static void
begin_merging (gpointer link, gconstpointer unused, const BrightDecision *decision)
{
  set_conflict (link, BRIGHT_NOTES_MERGING);
}

static void
forget_conflict (gpointer link, gconstpointer unused, const BrightDecision *decision)
{
  set_conflict (link, "");
}

static void
agree (gpointer link, gconstpointer data, const BrightDecision *decision)
{
  const BrightOrderCase *order_case = data;
  const BrightpearlFieldTexts *texts = get_texts (order_case);

  bright_notes_agree (bright_order_link_get_notes (link), order_case->settings->notes.staff_field,
                      order_case->order->staff_notes, texts != NULL ? texts->staff : "");
}

/* What changes only what is kept about the notes. */
static BrightDecision *
decide_knowledge (const BrightNoteCase *note_case)
{
  const BrightOrderCase *order_case = note_case->order_case;

  if (is_in_conflict (note_case, BRIGHT_NOTES_MERGED) && note_case->move != BRIGHT_NOTE_IN_STEP)
    return learn (forget_conflict, NULL);
  /* Nobody can have approved what was not listed yet. */
  if (has_conflict (note_case) && note_case->move == BRIGHT_NOTE_IN_STEP && order_case->approved
      && g_strcmp0 (order_case->listed_code, "notes-conflict") == 0)
    return learn (forget_conflict, _ ("The merged staff note was approved."));
  switch (note_case->move)
    {
    case BRIGHT_NOTE_AGREE:
      return learn (agree, NULL);
    case BRIGHT_NOTE_EMPTIED:
      return learn (agree, note_case->store[0] == '\0'
                               ? _ ("The staff note was emptied in the store; the one in "
                                    "Brightpearl stays as it is.")
                               : _ ("The staff note was emptied in Brightpearl; the one in the "
                                    "store stays as it is."));
    case BRIGHT_NOTE_MERGE:
      if (!is_in_conflict (note_case, BRIGHT_NOTES_MERGING))
        return learn (begin_merging, _ ("The staff note was edited on both sides; both texts are "
                                        "kept."));
      return NULL;
    case BRIGHT_NOTE_IN_STEP:
    case BRIGHT_NOTE_TO_BRIGHTPEARL:
    case BRIGHT_NOTE_TO_STORE:
    default:
      return NULL;
    }
}

/* The hold for what was refused before, NULL if it was not or is worth another try. */
static BrightDecision *
find_refusal (const BrightNoteCase *note_case,
              const BrightStep *step,
              const BrightNoteRefusal *refusal,
              const char *code)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, step->body, -1);
  BrightDecision *decision;

  if (refusal == NULL || strcmp (refusal->digest, digest) != 0
      || note_case->order_case->now >= refusal->at + RETRY_SECONDS)
    return NULL;
  decision = bright_decision_hold (code, NULL, g_strdup (refusal->message));
  decision->verdict.retry_at = refusal->at + RETRY_SECONDS;
  return decision;
}

static gboolean
is_fresh (const BrightNoteCase *note_case)
{
  return note_case->texts == NULL || note_case->sales_order_id < 0
         || ABS (note_case->order_case->now - note_case->texts->read_at) < FRESH_SECONDS;
}

static BrightDecision *
hold_unfit (const BrightNoteCase *note_case, const char *field)
{
  const char *setting = strcmp (field, note_case->settings->staff_field) == 0
                            ? "notes.staff-field"
                            : "notes.customer-field";

  return bright_decision_hold (
      "refused-by-brightpearl", setting,
      g_strdup_printf (_ ("The custom field %s in Brightpearl takes no text."), field));
}

/* What goes to Brightpearl. */
static BrightDecision *
decide_fields (const BrightNoteCase *note_case)
{
  const BrightNotes *notes = note_case->notes;
  const char *unfit = NULL;
  g_autoptr (BrightStep) step = bright_step_write_fields (note_case, &unfit);
  BrightDecision *hold = NULL;

  if (step != NULL)
    hold = find_refusal (note_case, step, notes != NULL ? notes->refused_by_brightpearl : NULL,
                         "refused-by-brightpearl");
  if (step == NULL || hold != NULL)
    return hold == NULL && unfit != NULL ? hold_unfit (note_case, unfit) : hold;
  /* Somebody may be typing there. */
  if (!is_fresh (note_case))
    return bright_decision_need_fact (BRIGHT_ORDER_FACT_FIELDS);
  return bright_decision_step (g_steal_pointer (&step));
}

/* What goes to the store. */
static BrightDecision *
decide_store (const BrightNoteCase *note_case)
{
  const BrightNotes *notes = note_case->notes;
  const BrightOrderCase *order_case = note_case->order_case;
  const BrightpearlSalesOrder *sales_order = bright_order_case_get_sales_order (order_case, 0);
  g_autoptr (BrightStep) step = NULL;
  BrightDecision *hold;

  if (note_case->move != BRIGHT_NOTE_TO_STORE
      || !bright_gate_is_open (order_case->settings, sales_order->status_id))
    return NULL;
  step = bright_step_write_staff_note (note_case);
  hold = find_refusal (note_case, step, notes != NULL ? notes->refused_by_store : NULL,
                       "refused-by-bigcommerce");
  return hold != NULL ? hold : bright_decision_step (g_steal_pointer (&step));
}

static BrightDecision *
show_conflict (const BrightNoteCase *note_case)
{
  BrightDecision *decision;

  if (!has_conflict (note_case))
    return NULL;
  decision = bright_decision_hold ("notes-conflict", NULL,
                                   g_strdup (_ ("The staff note was edited on both sides. Both "
                                                "texts are kept; please tidy them up.")));
  /* An approval is looked for at each sync. */
  decision->verdict.retry_at = note_case->order_case->now;
  return decision;
}

/* The first of the decisions that does something; else the first that holds. */
static BrightDecision *
decide_writes (const BrightNoteCase *note_case)
{
  BrightDecision *(*const deciders[]) (const BrightNoteCase *)
      = { decide_fields, decide_store, show_conflict };
  BrightDecision *hold = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (deciders); i++)
    {
      BrightDecision *decision = deciders[i](note_case);

      if (decision == NULL)
        continue;
      if (decision->kind != BRIGHT_DECISION_SETTLED)
        {
          bright_decision_free (hold);
          return decision;
        }
      if (hold == NULL)
        hold = decision;
      else
        bright_decision_free (decision);
    }
  return hold;
}

BrightDecision *
bright_notes_decide (const BrightOrderCase *order_case)
{
  const BrightOrderPart *part = order_case->link->parts->pdata[0];
  const BrightpearlFieldTexts *texts = get_texts (order_case);
  g_auto (BrightNoteCase) note_case = { 0 };
  BrightDecision *decision;

  if (bright_order_case_get_sales_order (order_case, 0)->is_cancelled || !has_notes (order_case))
    return NULL;
  if (texts == NULL && part->sales_order_id > 0)
    return bright_decision_need_fact (BRIGHT_ORDER_FACT_FIELDS);
  if (bright_order_answer_is_missing (order_case->link))
    return bright_decision_need_fact (BRIGHT_ORDER_FACT_ORDER);
  bright_note_case_init (&note_case, order_case, texts);
  decision = decide_knowledge (&note_case);
  return decision != NULL ? decision : decide_writes (&note_case);
}
