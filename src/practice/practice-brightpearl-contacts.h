/* Brightpearl's contacts, for the files that deal with them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "practice-brightpearl.h"

G_BEGIN_DECLS

#define PRACTICE_N_EMAILS 3
extern const char *const practice_email_slots[PRACTICE_N_EMAILS]; /* PRI, SEC, TER */

/* Adds a contact with the members of @given (nullable); it belongs to the table. */
PracticeContact *practice_contact_add (PracticeWorld *world,
                                       JsonNode *given,
                                       gboolean is_supplier,
                                       gboolean is_staff);
/* (nullable) (transfer none): an e-mail address of @contact. */
const char *practice_contact_email (const PracticeContact *contact, const char *slot);
/* @email may be NULL or "": none. */
void practice_contact_set_email (PracticeContact *contact, const char *slot, const char *email);
/* (transfer full): the contact's addresses by their ids. */
JsonNode *practice_contact_addresses_view (PracticeAccount *account,
                                           const PracticeContact *contact);

G_END_DECLS
