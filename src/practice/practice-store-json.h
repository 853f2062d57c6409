/* How records become JSON in the practice store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A record's members are listed once, in a table; one function writes them.
 */
#pragma once

#include "bright-json.h"

G_BEGIN_DECLS

/* How a member is kept and written. Those from PRACTICE_FIELD_CONSTANT on are
 * the same in every record and have no offset. */
typedef enum
{
  PRACTICE_FIELD_TEXT,         /* char *; NULL is written as "" */
  PRACTICE_FIELD_TEXT_OR_NULL, /* char * */
  PRACTICE_FIELD_INTEGER,      /* gint64 */
  PRACTICE_FIELD_BOOLEAN,      /* gboolean */
  PRACTICE_FIELD_MONEY,        /* BrightMoney, as "1.5000" */
  PRACTICE_FIELD_NUMBER,       /* BrightMoney, as 1.5 */
  PRACTICE_FIELD_MAIL_DATE,    /* gint64 seconds, as RFC 2822; 0 is written as "" */
  PRACTICE_FIELD_DATE,         /* gint64 seconds, as ISO 8601 */
  PRACTICE_FIELD_CONSTANT,     /* the text of the field */
  PRACTICE_FIELD_NULL,
  PRACTICE_FIELD_FALSE,
  PRACTICE_FIELD_ZERO,
  PRACTICE_FIELD_ONE,
  PRACTICE_FIELD_NO_MONEY, /* "0.0000" */
  PRACTICE_FIELD_EMPTY_LIST,
} PracticeFieldKind;

typedef struct
{
  const char *name;
  PracticeFieldKind kind;
  gsize offset;
  const char *text; /* of a constant */
} PracticeField;

/* One row of a table: a member that stands in the record, and one that does not. */
#define PRACTICE_FIELD(type, member, name, kind)                                                   \
  {                                                                                                \
    name, PRACTICE_FIELD_##kind, G_STRUCT_OFFSET (type, member), NULL                              \
  }
#define PRACTICE_FIXED(name, kind, text)                                                           \
  {                                                                                                \
    name, PRACTICE_FIELD_##kind, 0, text                                                           \
  }

/* Adds the members of @record to @object. */
void practice_store_add_fields (JsonObject *object,
                                const PracticeField *fields,
                                gsize n_fields,
                                gconstpointer record,
                                gboolean decimals_as_numbers);
/* Adds an amount as "1.5000", or as a number. */
void practice_store_add_money (JsonObject *object,
                               const char *name,
                               BrightMoney amount,
                               gboolean as_number);
/* (transfer full): `Wed, 11 Nov 2026 09:30:12 +0000`. */
char *practice_store_mail_date (gint64 seconds);
/* (transfer full): a node that owns @object or @array. */
JsonNode *practice_store_object_node (JsonObject *object);
JsonNode *practice_store_array_node (JsonArray *array);
/* Reads an amount; @fallback if there is none at @path. */
BrightMoney practice_store_read_money (JsonNode *node, const char *path, BrightMoney fallback);
/* Replaces @text, freeing what was there. */
void practice_store_replace_text (char **text, const char *value);

G_END_DECLS
