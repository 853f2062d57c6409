/* What the groups of settings are made from, and how one value is handled.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to the settings. Each group has a table with one row per key; a row
 * says where its value stands in the group's struct, and which values it can
 * take. A value in its place is called a slot.
 */
#pragma once

#include "bright-settings.h"

G_BEGIN_DECLS

/* What a setting is, with the C type of its slot. */
typedef enum
{
  BRIGHT_SETTING_BOOLEAN,  /* gboolean */
  BRIGHT_SETTING_INTEGER,  /* gint64 */
  BRIGHT_SETTING_TEXT,     /* char *, never NULL */
  BRIGHT_SETTING_CHOICE,   /* an enum: the index into the choices */
  BRIGHT_SETTING_AMOUNT,   /* BrightMoney */
  BRIGHT_SETTING_TIME,     /* gint64, seconds since 1970, 0 for none */
  BRIGHT_SETTING_INTEGERS, /* GArray * of gint64, never NULL, never changed in place */
  BRIGHT_SETTING_MAPPINGS, /* GPtrArray * of BrightMapping, never NULL, never changed in place */
} BrightSettingKind;

/* One side of a map. */
typedef struct
{
  const char *name; /* in JSON */
  enum
  {
    BRIGHT_SIDE_NUMBER,
    BRIGHT_SIDE_NAME, /* a text that is not empty */
    BRIGHT_SIDE_TEXT,
    BRIGHT_SIDE_RATE, /* a percentage, as a decimal in a text */
  } kind;
  gint64 minimum; /* of a number */
  gint64 maximum;
} BrightMapSide;

/* One setting. */
typedef struct
{
  const char *key;
  BrightSettingKind kind;
  gsize offset;         /* of the slot */
  const char *fallback; /* the default as JSON; NULL: 0, FALSE, empty, or the first choice */
  gint64 minimum;       /* of a number, the numbers in a list, or an amount */
  gint64 maximum;
  const char *const *choices;             /* in the order of the enum */
  gboolean (*accepts) (const char *text); /* NULL: any text */
  const char *expected;                   /* what accepts() accepts, in words */
  const char *differs_from;               /* the key of a text that must not be the same */
  const BrightMapSide *sides;             /* two, of a map */
} BrightSettingRow;

/* One group. */
typedef struct
{
  const char *name;      /* in JSON */
  const char *type_name; /* of its class */
  gsize size;            /* of its struct */
  gsize offset;          /* of its struct in a snapshot */
  const BrightSettingRow *rows;
  guint n_rows;
} BrightSettingsTable;

#define BRIGHT_N_SETTINGS_GROUPS 8

extern const BrightSettingsTable bright_settings_tables[BRIGHT_N_SETTINGS_GROUPS];

/* What was found while reading: sentences that begin with a dotted key. */
typedef struct
{
  GPtrArray *faults;   /* of char *: wrong values */
  GPtrArray *warnings; /* of char *: unknown keys */
} BrightSettingsReport;

void bright_settings_report_init (BrightSettingsReport *report);
void bright_settings_report_clear (BrightSettingsReport *report);
/* Returns FALSE with all faults in the error if there are any. */
gboolean bright_settings_report_check (BrightSettingsReport *report, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BrightSettingsReport, bright_settings_report_clear)

static inline gpointer
bright_setting_slot (const BrightSettingRow *row, gconstpointer values)
{
  return (char *)values + row->offset;
}

/* Reads a value into an empty slot; after a fault there is nothing in it to clear. */
gboolean bright_setting_read (const BrightSettingRow *row,
                              const char *name,
                              JsonNode *node,
                              gpointer slot,
                              BrightSettingsReport *report);
JsonNode *bright_setting_write (const BrightSettingRow *row, gconstpointer slot);
char *bright_setting_to_text (const BrightSettingRow *row, gconstpointer slot);
/* Keeps a member that is not known for the next save, and warns of it. */
void bright_settings_keep_unknown (JsonObject **unknown,
                                   const char *name,
                                   const char *member,
                                   JsonNode *node,
                                   BrightSettingsReport *report);
/* Adds what was kept of the file, if anything, to what is written. */
void bright_settings_copy_members (JsonObject *from, JsonObject *to);
/* Fills an empty slot with the default. */
void bright_setting_reset (const BrightSettingRow *row, gpointer slot);
void bright_setting_clear (const BrightSettingRow *row, gpointer slot);
void bright_setting_copy (const BrightSettingRow *row, gconstpointer from, gpointer to);
gboolean bright_setting_equal (const BrightSettingRow *row, gconstpointer one, gconstpointer other);
GParamSpec *bright_setting_make_spec (const BrightSettingRow *row);
void bright_setting_to_value (const BrightSettingRow *row, gconstpointer slot, GValue *value);
/* The value as JSON, not checked yet. */
JsonNode *bright_setting_from_value (const BrightSettingRow *row, const GValue *value);

const BrightSettingRow *bright_settings_table_find (const BrightSettingsTable *table,
                                                    const char *key);
GType bright_settings_group_type_of (guint index);
void bright_settings_group_read (BrightSettingsGroup *self,
                                 JsonNode *node,
                                 BrightSettingsReport *report);
/* Takes the values of a group of the same class, and what it keeps besides. */
void bright_settings_group_take_over (BrightSettingsGroup *self,
                                      BrightSettingsGroup *other,
                                      GHashTable *keep);
JsonNode *bright_settings_group_write (BrightSettingsGroup *self);
const BrightSettingsTable *bright_settings_group_get_table (BrightSettingsGroup *self);
gpointer bright_settings_group_get_values (BrightSettingsGroup *self);
BrightSettingsSnapshot *bright_settings_snapshot_new (BrightSettingsGroup *const *groups);

G_END_DECLS
