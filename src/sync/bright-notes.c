/* What is kept of the notes of an order: its tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-notes.h"

#define REFUSAL(kind, member, name) BRIGHT_FIELD (BrightNoteRefusal, kind, member, name)
#define NOTES(kind, member, name) BRIGHT_FIELD (BrightNotes, kind, member, name)

static const BrightField refusal_fields[] = {
  REFUSAL (STRING, digest, "digest"),
  REFUSAL (STRING, message, "message"),
  REFUSAL (INTEGER, at, "at"),
  {},
};

const BrightRecordType bright_note_refusal_type = { "refusal", sizeof (BrightNoteRefusal),
                                                    refusal_fields };

static const BrightField notes_fields[] = {
  NOTES (STRING, staff_field, "staff-field"),
  NOTES (STRING, store, "store"),
  NOTES (STRING, brightpearl, "brightpearl"),
  NOTES (STRING, customer_field, "customer-field"),
  NOTES (STRING, message, "message"),
  NOTES (STRING, copied, "copied"),
  NOTES (STRING, conflict, "conflict"),
  NOTES (INTEGER, unanswered, "unanswered"),
  BRIGHT_FIELD_OF (BrightNotes, RECORD, refused_by_brightpearl, "refused-by-brightpearl",
                   &bright_note_refusal_type),
  BRIGHT_FIELD_OF (BrightNotes, RECORD, refused_by_store, "refused-by-store",
                   &bright_note_refusal_type),
  {},
};

const BrightRecordType bright_notes_type = { "notes", sizeof (BrightNotes), notes_fields };
