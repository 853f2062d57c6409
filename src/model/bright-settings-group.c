/* One group of settings: an object with one property per key.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-settings-group.h"

#include "bright-settings-table.h"

typedef struct
{
  const BrightSettingsTable *table;
  gpointer values;     /* (owned): the struct that the table describes */
  JsonObject *unknown; /* (owned) (nullable): what the file has besides, kept for the next save */
} BrightSettingsGroupPrivate;

/* Room for any value on its way into its slot. */
typedef union
{
  gboolean flag;
  int choice;
  gint64 number;
  gpointer pointer;
} Candidate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BrightSettingsGroup, bright_settings_group, G_TYPE_OBJECT)

static BrightSettingsGroupPrivate *
get_private (BrightSettingsGroup *self)
{
  return bright_settings_group_get_instance_private (self);
}

static const BrightSettingRow *
find_row (BrightSettingsGroup *self, const char *key)
{
  return bright_settings_table_find (get_private (self)->table, key);
}

static gpointer
find_slot (BrightSettingsGroup *self, const BrightSettingRow *row)
{
  return bright_setting_slot (row, get_private (self)->values);
}

/* Two settings that must differ may both be empty. */
static gboolean
differs_as_it_must (BrightSettingsGroup *self, const BrightSettingRow *row, const char *text)
{
  const BrightSettingRow *other;

  if (row->differs_from == NULL || *text == '\0')
    return TRUE;
  other = find_row (self, row->differs_from);
  return !g_str_equal (text, *(char **)find_slot (self, other));
}

/* Reads and checks a value without touching the one that is set. */
static gboolean
read_candidate (BrightSettingsGroup *self,
                const BrightSettingRow *row,
                JsonNode *node,
                Candidate *candidate,
                BrightSettingsReport *report)
{
  const char *group = get_private (self)->table->name;
  g_autofree char *name = g_strdup_printf ("%s.%s", group, row->key);

  if (!bright_setting_read (row, name, node, candidate, report))
    return FALSE;
  if (differs_as_it_must (self, row, candidate->pointer))
    return TRUE;
  bright_setting_clear (row, candidate);
  g_ptr_array_add (report->faults, g_strdup_printf ("%s: must not be the same field as %s.%s", name,
                                                    group, row->differs_from));
  return FALSE;
}

static void
put_candidate (BrightSettingsGroup *self, const BrightSettingRow *row, Candidate *candidate)
{
  gpointer slot = find_slot (self, row);

  bright_setting_clear (row, slot);
  bright_setting_copy (row, candidate, slot);
  bright_setting_clear (row, candidate);
}

static gboolean
set_from_json (BrightSettingsGroup *self,
               const BrightSettingRow *row,
               JsonNode *node,
               GError **error)
{
  g_auto (BrightSettingsReport) report = { 0 };
  Candidate candidate = { 0 };

  bright_settings_report_init (&report);
  if (!read_candidate (self, row, node, &candidate, &report))
    return bright_settings_report_check (&report, error);
  if (bright_setting_equal (row, &candidate, find_slot (self, row)))
    {
      bright_setting_clear (row, &candidate);
      return TRUE;
    }
  put_candidate (self, row, &candidate);
  g_object_notify (G_OBJECT (self), row->key);
  return TRUE;
}

static void
group_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BrightSettingsGroup *self = BRIGHT_SETTINGS_GROUP (object);
  const BrightSettingRow *row = &get_private (self)->table->rows[id - 1];
  g_autoptr (JsonNode) node = bright_setting_from_value (row, value);
  g_autoptr (GError) error = NULL;

  /* Half-typed values are no mistake of the program's. */
  if (!set_from_json (self, row, node, &error))
    g_debug ("not set: %s", error->message);
}

static void
group_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BrightSettingsGroup *self = BRIGHT_SETTINGS_GROUP (object);
  const BrightSettingRow *row = &get_private (self)->table->rows[id - 1];

  bright_setting_to_value (row, find_slot (self, row), value);
}

static void
bright_settings_group_finalize (GObject *object)
{
  BrightSettingsGroupPrivate *private = get_private (BRIGHT_SETTINGS_GROUP (object));

  for (guint i = 0; i < private->table->n_rows; i++)
    {
      const BrightSettingRow *row = &private->table->rows[i];

      bright_setting_clear (row, bright_setting_slot (row, private->values));
    }
  g_free (private->values);
  g_clear_pointer (&private->unknown, json_object_unref);
  G_OBJECT_CLASS (bright_settings_group_parent_class)->finalize (object);
}

static void
bright_settings_group_class_init (BrightSettingsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bright_settings_group_finalize;
}

static void
bright_settings_group_init (BrightSettingsGroup *self)
{
}

static void
group_class_init (gpointer klass, gpointer table_data)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const BrightSettingsTable *table = table_data;

  BRIGHT_SETTINGS_GROUP_CLASS (klass)->table = table;
  object_class->set_property = group_set_property;
  object_class->get_property = group_get_property;
  for (guint i = 0; i < table->n_rows; i++)
    g_object_class_install_property (object_class, i + 1,
                                     bright_setting_make_spec (&table->rows[i]));
}

static void
group_init (GTypeInstance *instance, gpointer klass)
{
  BrightSettingsGroupPrivate *private = get_private (BRIGHT_SETTINGS_GROUP (instance));

  private->table = BRIGHT_SETTINGS_GROUP_CLASS (klass)->table;
  private->values = g_malloc0 (private->table->size);
  for (guint i = 0; i < private->table->n_rows; i++)
    {
      const BrightSettingRow *row = &private->table->rows[i];

      bright_setting_reset (row, bright_setting_slot (row, private->values));
    }
}

GType
bright_settings_group_type_of (guint index)
{
  static gsize types[BRIGHT_N_SETTINGS_GROUPS];

  g_return_val_if_fail (index < BRIGHT_N_SETTINGS_GROUPS, G_TYPE_INVALID);

  if (g_once_init_enter (&types[index]))
    {
      const GTypeInfo information = {
        .class_size = sizeof (BrightSettingsGroupClass),
        .class_init = group_class_init,
        .class_data = &bright_settings_tables[index],
        .instance_size = sizeof (BrightSettingsGroup),
        .instance_init = group_init,
      };

      g_once_init_leave (&types[index],
                         g_type_register_static (BRIGHT_TYPE_SETTINGS_GROUP,
                                                 bright_settings_tables[index].type_name,
                                                 &information, G_TYPE_FLAG_FINAL));
    }
  return types[index];
}

/* The indices are those of the table of tables. */
#define DEFINE_GROUP(group, index)                                                                 \
  GType bright_##group##_settings_get_type (void) { return bright_settings_group_type_of (index); }

DEFINE_GROUP (connection, 0)
DEFINE_GROUP (schedule, 1)
DEFINE_GROUP (orders, 2)
DEFINE_GROUP (items, 3)
DEFINE_GROUP (fulfillment, 4)
DEFINE_GROUP (notes, 5)
DEFINE_GROUP (payments, 6)
DEFINE_GROUP (inventory, 7)

const BrightSettingsTable *
bright_settings_group_get_table (BrightSettingsGroup *self)
{
  return get_private (self)->table;
}

gpointer
bright_settings_group_get_values (BrightSettingsGroup *self)
{
  return get_private (self)->values;
}

gboolean
bright_settings_group_set_json (BrightSettingsGroup *self,
                                const char *key,
                                JsonNode *node,
                                GError **error)
{
  const BrightSettingRow *row;

  g_return_val_if_fail (BRIGHT_IS_SETTINGS_GROUP (self) && key != NULL && node != NULL, FALSE);

  row = find_row (self, key);
  g_return_val_if_fail (row != NULL, FALSE);
  return set_from_json (self, row, node, error);
}

static void
keep_member (BrightSettingsGroup *self,
             const char *key,
             JsonNode *node,
             BrightSettingsReport *report)
{
  BrightSettingsGroupPrivate *private = get_private (self);
  g_autofree char *name = g_strdup_printf ("%s.%s", private->table->name, key);

  bright_settings_keep_unknown (&private->unknown, name, key, node, report);
}

/* Reads a group of the file into one that still has its defaults. */
void
bright_settings_group_read (BrightSettingsGroup *self, JsonNode *node, BrightSettingsReport *report)
{
  BrightSettingsGroupPrivate *private = get_private (self);
  g_autoptr (GList) members = NULL;
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_ptr_array_add (report->faults,
                       g_strdup_printf ("%s: expected an object", private->table->name));
      return;
    }
  object = json_node_get_object (node);
  for (guint i = 0; i < private->table->n_rows; i++)
    {
      const BrightSettingRow *row = &private->table->rows[i];
      JsonNode *member = json_object_get_member (object, row->key);
      Candidate candidate = { 0 };

      if (member != NULL && read_candidate (self, row, member, &candidate, report))
        put_candidate (self, row, &candidate);
    }
  members = json_object_get_members (object);
  for (GList *link = members; link != NULL; link = link->next)
    if (find_row (self, link->data) == NULL)
      keep_member (self, link->data, json_object_get_member (object, link->data), report);
}

static gboolean
is_kept (BrightSettingsGroup *self, const BrightSettingRow *row, GHashTable *keep)
{
  g_autofree char *name = g_strdup_printf ("%s.%s", get_private (self)->table->name, row->key);

  return keep != NULL && g_hash_table_contains (keep, name);
}

/* A value that must differ from one that is kept may have become the same elsewhere. */
static gboolean
clashes (BrightSettingsGroup *self,
         BrightSettingsGroup *other,
         const BrightSettingRow *row,
         GHashTable *keep)
{
  const BrightSettingRow *partner
      = row->differs_from != NULL ? find_row (self, row->differs_from) : NULL;
  const char *text;

  if (partner == NULL || !is_kept (self, partner, keep))
    return FALSE;
  text = *(char **)find_slot (other, row);
  return *text != '\0' && g_str_equal (text, *(char **)find_slot (self, partner));
}

void
bright_settings_group_take_over (BrightSettingsGroup *self,
                                 BrightSettingsGroup *other,
                                 GHashTable *keep)
{
  BrightSettingsGroupPrivate *private = get_private (self);
  JsonObject *unknown = get_private (other)->unknown;

  for (guint i = 0; i < private->table->n_rows; i++)
    {
      const BrightSettingRow *row = &private->table->rows[i];
      gpointer slot = find_slot (self, row);

      if (is_kept (self, row, keep) || clashes (self, other, row, keep)
          || bright_setting_equal (row, slot, find_slot (other, row)))
        continue;
      bright_setting_clear (row, slot);
      bright_setting_copy (row, find_slot (other, row), slot);
      g_object_notify (G_OBJECT (self), row->key);
    }
  g_clear_pointer (&private->unknown, json_object_unref);
  if (unknown != NULL)
    private->unknown = json_object_ref (unknown);
}

JsonNode *
bright_settings_group_write (BrightSettingsGroup *self)
{
  BrightSettingsGroupPrivate *private = get_private (self);
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; i < private->table->n_rows; i++)
    {
      const BrightSettingRow *row = &private->table->rows[i];

      json_object_set_member (object, row->key, bright_setting_write (row, find_slot (self, row)));
    }
  bright_settings_copy_members (private->unknown, object);
  json_node_take_object (node, object);
  return node;
}
