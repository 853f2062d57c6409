/* The members of a sales order's head, for its reader and its writer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "practice-brightpearl.h"

G_BEGIN_DECLS

typedef enum
{
  PRACTICE_MEMBER_TEXT,    /* char * */
  PRACTICE_MEMBER_ID,      /* gint64, 0 for none */
  PRACTICE_MEMBER_TIME,    /* gint64, 0 for none */
  PRACTICE_MEMBER_BOOLEAN, /* gboolean */
  PRACTICE_MEMBER_RATE,    /* gint64 */
} PracticeMemberKind;

typedef struct
{
  const char *path; /* from the root, joined by slashes */
  PracticeMemberKind kind;
  gsize offset;             /* in PracticeOrder */
  const char *list;         /* (nullable): the fixed list that must hold the id or code */
  gboolean zero_is_refused; /* instead of meaning none */
  glong longest;            /* characters, 0 for any number */
} PracticeOrderMember;

/* (array zero-terminated=1): ends with a %NULL path. */
extern const PracticeOrderMember practice_order_members[];

/* (transfer none): where @member stands in @order. */
static inline gpointer
practice_order_member (const PracticeOrder *order, const PracticeOrderMember *member)
{
  return (char *) order + member->offset;
}

/* Whether an order of @type_id may be put into a status. */
gboolean practice_status_is_usable (const PracticeAccount *account,
                                    gint64 type_id,
                                    gint64 status_id);
/* (transfer full): an address for a party that was given none, from the contact. */
JsonObject *practice_contact_default_address (PracticeWorld *world,
                                              gint64 contact_id,
                                              PracticeAddressRole role,
                                              PracticeAnswer *answer);

G_END_DECLS
