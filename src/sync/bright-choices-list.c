/* All choices of both platforms, one list for each kind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-sync-service-private.h"

#include <string.h>

struct _BrightChoices
{
  GObject parent_instance;

  GHashTable *lists[BRIGHT_N_PLATFORMS]; /* kind -> GListStore */
  gint64 read_at;
};

enum
{
  PROP_0,
  PROP_READ_AT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BrightChoices, bright_choices, G_TYPE_OBJECT)

static void
bright_choices_finalize (GObject *object)
{
  BrightChoices *self = BRIGHT_CHOICES (object);

  for (guint i = 0; i < BRIGHT_N_PLATFORMS; i++)
    g_hash_table_unref (self->lists[i]);
  G_OBJECT_CLASS (bright_choices_parent_class)->finalize (object);
}

static void
bright_choices_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BrightChoices *self = BRIGHT_CHOICES (object);

  switch (id)
    {
    case PROP_READ_AT:
      g_value_set_int64 (value, self->read_at);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bright_choices_class_init (BrightChoicesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bright_choices_finalize;
  object_class->get_property = bright_choices_get_property;
  properties[PROP_READ_AT]
      = g_param_spec_int64 ("read-at", NULL, NULL, 0, G_MAXINT64, 0,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bright_choices_init (BrightChoices *self)
{
  for (guint i = 0; i < BRIGHT_N_PLATFORMS; i++)
    self->lists[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

BrightChoices *
bright_choices_new (void)
{
  return g_object_new (BRIGHT_TYPE_CHOICES, NULL);
}

void
bright_choices_set_read_at (BrightChoices *self, gint64 time)
{
  if (self->read_at == time)
    return;
  self->read_at = time;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_AT]);
}

gint64
bright_choices_get_read_at (BrightChoices *self)
{
  return self->read_at;
}

/* Whoever asks before there is anything gets the list that is filled later. */
static GListStore *
get_store (BrightChoices *self, BrightPlatform platform, const char *kind)
{
  GListStore *store = g_hash_table_lookup (self->lists[platform], kind);

  if (store == NULL)
    {
      store = g_list_store_new (BRIGHT_TYPE_CHOICE);
      g_hash_table_insert (self->lists[platform], g_strdup (kind), store);
    }
  return store;
}

GListModel *
bright_choices_get_list (BrightChoices *self, BrightPlatform platform, const char *kind)
{
  g_return_val_if_fail (BRIGHT_IS_CHOICES (self) && kind != NULL, NULL);
  g_return_val_if_fail (platform < BRIGHT_N_PLATFORMS, NULL);

  return G_LIST_MODEL (get_store (self, platform, kind));
}

static gboolean
is_same (BrightChoice *one, BrightChoice *other)
{
  return bright_choice_get_id (one) == bright_choice_get_id (other)
         && bright_choice_get_inactive (one) == bright_choice_get_inactive (other)
         && strcmp (bright_choice_get_code (one), bright_choice_get_code (other)) == 0
         && strcmp (bright_choice_get_name (one), bright_choice_get_name (other)) == 0
         && strcmp (bright_choice_get_detail (one), bright_choice_get_detail (other)) == 0;
}

static gboolean
is_unchanged (GListModel *list, GPtrArray *items)
{
  if (g_list_model_get_n_items (list) != items->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (BrightChoice) choice = g_list_model_get_item (list, i);

      if (!is_same (choice, items->pdata[i]))
        return FALSE;
    }
  return TRUE;
}

/* A list that is as it was stays untouched, so that what is selected in it does too. */
void
bright_choices_set_list (BrightChoices *self,
                         BrightPlatform platform,
                         const char *kind,
                         GPtrArray *items)
{
  GListStore *store;

  g_return_if_fail (BRIGHT_IS_CHOICES (self) && kind != NULL && items != NULL);
  g_return_if_fail (platform < BRIGHT_N_PLATFORMS);

  store = get_store (self, platform, kind);
  if (!is_unchanged (G_LIST_MODEL (store), items))
    g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), items->pdata,
                         items->len);
}

/* The store has a status with the number 0, so that without a code a number is sought. */
static gboolean
is_sought (BrightChoice *choice, gint64 id, const char *folded)
{
  g_autofree char *own = NULL;

  if (id != 0 || folded == NULL)
    return bright_choice_get_id (choice) == id
           && (id != 0 || bright_choice_get_code (choice)[0] == '\0');
  own = g_utf8_casefold (bright_choice_get_code (choice), -1);
  return own[0] != '\0' && strcmp (own, folded) == 0;
}

BrightChoice *
bright_choices_find (BrightChoices *self,
                     BrightPlatform platform,
                     const char *kind,
                     gint64 id,
                     const char *code)
{
  GListModel *list;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (BRIGHT_IS_CHOICES (self) && kind != NULL, NULL);
  g_return_val_if_fail (platform < BRIGHT_N_PLATFORMS, NULL);

  list = bright_choices_get_list (self, platform, kind);
  folded = code != NULL ? g_utf8_casefold (code, -1) : NULL;
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BrightChoice) choice = g_list_model_get_item (list, i);

      /* The list keeps it. */
      if (is_sought (choice, id, folded))
        return choice;
    }
  return NULL;
}
