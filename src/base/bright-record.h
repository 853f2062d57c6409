/* Records that are declared once, as a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A record is a plain struct. Its table names each member as it stands in
 * JSON, with its C type and offset; one reader, one writer, one free function
 * and one copy function serve every record. The reader is as tolerant as the
 * platforms are loose (a number as a string, `[]` or null for "no object") and
 * names the path of a member that it cannot accept.
 *
 * A missing or null member leaves the field as 0, %FALSE, %NULL or an empty
 * list, unless it is required. Strings are never %NULL after reading: a missing
 * one is "".
 */
#pragma once

#include "bright-json.h"

G_BEGIN_DECLS

/**
 * BrightFieldType:
 * @BRIGHT_FIELD_STRING: `char *`; numbers are taken as their text
 * @BRIGHT_FIELD_INTEGER: `gint64`
 * @BRIGHT_FIELD_BOOLEAN: `gboolean`
 * @BRIGHT_FIELD_MONEY: #BrightMoney
 * @BRIGHT_FIELD_TIME: `gint64`, seconds since 1970; 0 for none
 * @BRIGHT_FIELD_RECORD: pointer to another record; %NULL for none; an array of
 *   one counts as the one
 * @BRIGHT_FIELD_RECORDS: `GPtrArray *` of records; never %NULL after reading; an
 *   object counts as none
 * @BRIGHT_FIELD_RECORD_MAP: `GPtrArray *` of records, from an object whose
 *   member names go into the first field of each record, an integer
 * @BRIGHT_FIELD_INTEGERS: `GArray *` of `gint64`; never %NULL after reading
 * @BRIGHT_FIELD_STRINGS: `char **`; never %NULL after reading
 *
 * The C type of a field.
 */
typedef enum
{
  BRIGHT_FIELD_STRING,
  BRIGHT_FIELD_INTEGER,
  BRIGHT_FIELD_BOOLEAN,
  BRIGHT_FIELD_MONEY,
  BRIGHT_FIELD_TIME,
  BRIGHT_FIELD_RECORD,
  BRIGHT_FIELD_RECORDS,
  BRIGHT_FIELD_RECORD_MAP,
  BRIGHT_FIELD_INTEGERS,
  BRIGHT_FIELD_STRINGS,
} BrightFieldType;

typedef struct _BrightRecordType BrightRecordType;

/**
 * BrightField:
 * @name: where it stands in JSON; slashes lead into nested objects; "" for a
 *   record whose members stand beside those of the record that holds it
 * @type: its C type
 * @offset: its offset in the struct
 * @record: (nullable): the type of nested records
 * @required: whether a missing member is an error
 *
 * One row of a record's table.
 */
typedef struct
{
  const char *name;
  BrightFieldType type;
  gsize offset;
  const BrightRecordType *record;
  gboolean required;
} BrightField;

/**
 * BrightRecordType:
 * @name: what error messages call it
 * @size: the size of the struct
 * @fields: the table; a row without a name ends it
 *
 * A kind of record.
 */
struct _BrightRecordType
{
  const char *name;
  gsize size;
  const BrightField *fields;
};

/**
 * bright_record_new:
 * @type: a kind of record
 *
 * Returns: (transfer full): a record with empty strings and lists
 */
gpointer bright_record_new (const BrightRecordType *type);

/**
 * bright_record_read:
 * @type: a kind of record
 * @node: JSON
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the record, or %NULL with
 *   %BRIGHT_ERROR_BAD_ANSWER and the path of the member at fault
 */
gpointer bright_record_read (const BrightRecordType *type, JsonNode *node, GError **error);

/**
 * bright_record_read_list:
 * @type: a kind of record
 * @node: JSON, an array of such records
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the records, which the array owns
 */
GPtrArray *bright_record_read_list (const BrightRecordType *type, JsonNode *node, GError **error);

/**
 * bright_record_read_text:
 * @type: a kind of record
 * @text: JSON text, e.g. what bright_record_to_string() wrote
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the record
 */
gpointer bright_record_read_text (const BrightRecordType *type, const char *text, GError **error);

/**
 * bright_record_write:
 * @type: a kind of record
 * @record: a record of that kind
 *
 * Returns: (transfer full): an object; fields that are empty, 0 or %FALSE are left out
 *   unless they are required
 */
JsonNode *bright_record_write (const BrightRecordType *type, gconstpointer record);

/**
 * bright_record_to_string:
 * @type: a kind of record
 * @record: a record of that kind
 *
 * Returns: (transfer full): what bright_record_write() gives, as compact text
 */
char *bright_record_to_string (const BrightRecordType *type, gconstpointer record);

/**
 * bright_record_digest:
 * @type: a table that may name only some of the record's fields
 * @record: a record
 *
 * Returns: (transfer full): a digest that is equal for records that are equal in
 *   the fields of @type
 */
char *bright_record_digest (const BrightRecordType *type, gconstpointer record);

/**
 * bright_record_copy:
 * @type: a kind of record
 * @record: a record of that kind
 *
 * Returns: (transfer full): a deep copy
 */
gpointer bright_record_copy (const BrightRecordType *type, gconstpointer record);

/**
 * bright_record_free:
 * @type: a kind of record
 * @record: (nullable) (transfer full): a record of that kind
 */
void bright_record_free (const BrightRecordType *type, gpointer record);

/**
 * bright_record_list_new:
 * @type: a kind of record
 *
 * Returns: (transfer full): an empty array that frees its records
 */
GPtrArray *bright_record_list_new (const BrightRecordType *type);

/* Declares the typed free function that g_autoptr needs. */
#define BRIGHT_DECLARE_RECORD(TypeName, function_prefix)                                           \
  extern const BrightRecordType function_prefix##_type;                                            \
  static inline void function_prefix##_free (TypeName *record)                                     \
  {                                                                                                \
    bright_record_free (&function_prefix##_type, record);                                          \
  }                                                                                                \
  G_DEFINE_AUTOPTR_CLEANUP_FUNC (TypeName, function_prefix##_free)

/* Rows of a table. */
#define BRIGHT_FIELD(Struct, kind, member, json_name)                                              \
  {                                                                                                \
    .name = json_name, .type = BRIGHT_FIELD_##kind, .offset = G_STRUCT_OFFSET (Struct, member)     \
  }
#define BRIGHT_FIELD_NEEDED(Struct, kind, member, json_name)                                       \
  {                                                                                                \
    .name = json_name, .type = BRIGHT_FIELD_##kind, .offset = G_STRUCT_OFFSET (Struct, member),    \
    .required = TRUE                                                                               \
  }
#define BRIGHT_FIELD_OF(Struct, kind, member, json_name, record_type)                              \
  {                                                                                                \
    .name = json_name, .type = BRIGHT_FIELD_##kind, .offset = G_STRUCT_OFFSET (Struct, member),    \
    .record = record_type                                                                          \
  }

G_END_DECLS
