/* What is kept of the notes of an order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-record.h"

G_BEGIN_DECLS

/* Both sides were changed: the merged text is still to reach the store. */
#define BRIGHT_NOTES_MERGING "merging"
/* The merged text is on both sides, and a person is to look at it. */
#define BRIGHT_NOTES_MERGED "merged"

/**
 * BrightNoteRefusal:
 * @digest: the digest of what was to be written
 * @message: the platform's own words
 * @at: when it was refused, seconds since 1970
 *
 * A write that a platform did not want.
 */
typedef struct
{
  char *digest;
  char *message;
  gint64 at;
} BrightNoteRefusal;

BRIGHT_DECLARE_RECORD (BrightNoteRefusal, bright_note_refusal)

/**
 * BrightNotes:
 * @staff_field: the code of the custom field that staff notes were agreed with
 * @store: the digest of the store's staff note when the two sides last agreed; "" for a blank one
 * @brightpearl: the digest of Brightpearl's
 * @customer_field: the code of the custom field that the customer's words were copied to
 * @message: the digest of the customer's words that were copied
 * @copied: the digest of what the field then said
 * @conflict: "", %BRIGHT_NOTES_MERGING or %BRIGHT_NOTES_MERGED
 * @unanswered: writes in a row of which nobody knows whether they were done
 * @refused_by_brightpearl: (nullable): what Brightpearl refused
 * @refused_by_store: (nullable): what the store refused
 *
 * What the notes flow keeps about an order. Digests are enough to tell which
 * side has moved.
 */
typedef struct
{
  char *staff_field;
  char *store;
  char *brightpearl;
  char *customer_field;
  char *message;
  char *copied;
  char *conflict;
  gint64 unanswered;
  BrightNoteRefusal *refused_by_brightpearl;
  BrightNoteRefusal *refused_by_store;
} BrightNotes;

BRIGHT_DECLARE_RECORD (BrightNotes, bright_notes)

G_END_DECLS
