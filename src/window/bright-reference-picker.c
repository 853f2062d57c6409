/* A drop-down of what a platform has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-reference-picker.h"

#include "bright-picker-factories.h"

#include <glib/gi18n.h>
#include <string.h>

/* A list that is longer has a search. */
#define SHORT_LIST 8

struct _BrightReferencePicker
{
  AdwBin parent_instance;

  GtkDropDown *control;
  GListModel *list; /* (owned): what the platform has */
  const BrightReferenceSpec *spec;
  GListStore *items;   /* (owned): what is shown */
  BrightChoice *none;  /* (owned) (nullable) */
  BrightChoice *blank; /* (owned): stands for nothing at all */
  BrightChoice *gone;  /* (owned) (nullable): what is chosen and not in @list */
  char *value;         /* (owned) (nullable) */
  gboolean is_showing;
};

enum
{
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrightReferencePicker, bright_reference_picker, ADW_TYPE_BIN)

static gboolean
is_value (BrightReferencePicker *self, BrightChoice *choice, const char *value)
{
  g_autofree char *number = NULL;

  if (value == NULL || choice == self->blank)
    return value == NULL && choice == self->blank;
  if (choice == self->none)
    return strcmp (value, self->spec->none_value) == 0;
  if (choice == self->gone)
    return TRUE;
  if (self->spec->by_code)
    return g_ascii_strcasecmp (bright_choice_get_code (choice), value) == 0;
  number = g_strdup_printf ("%" G_GINT64_FORMAT, bright_choice_get_id (choice));
  return strcmp (number, value) == 0;
}

static gboolean
is_listed (BrightReferencePicker *self, const char *value)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->list); i++)
    {
      g_autoptr (BrightChoice) choice = g_list_model_get_item (self->list, i);

      if (is_value (self, choice, value))
        return TRUE;
    }
  return self->none != NULL && is_value (self, self->none, value);
}

/* A value that is not in the list. Before the list was read nobody knows. */
static BrightChoice *
make_gone (BrightReferencePicker *self)
{
  g_autofree char *name = NULL;

  if (g_list_model_get_n_items (self->list) == 0)
    name = g_strdup (self->value);
  else
    /* Translators: a number or code of something that was chosen */
    name = g_strdup_printf (_ ("%s (no longer exists)"), self->value);
  return bright_choice_new (0, "", name, "", FALSE);
}

static void
fill (BrightReferencePicker *self)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_object_unref);

  g_clear_object (&self->gone);
  if (self->value != NULL && self->value[0] != '\0' && !is_listed (self, self->value))
    self->gone = make_gone (self);
  if (self->value == NULL)
    g_ptr_array_add (shown, g_object_ref (self->blank));
  if (self->none != NULL)
    g_ptr_array_add (shown, g_object_ref (self->none));
  if (self->gone != NULL)
    g_ptr_array_add (shown, g_object_ref (self->gone));
  for (guint i = 0; i < g_list_model_get_n_items (self->list); i++)
    {
      g_autoptr (BrightChoice) choice = g_list_model_get_item (self->list, i);

      if (!bright_choice_get_inactive (choice) || is_value (self, choice, self->value))
        g_ptr_array_add (shown, g_steal_pointer (&choice));
    }
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       shown->pdata, shown->len);
  gtk_drop_down_set_enable_search (self->control, shown->len > SHORT_LIST);
}

static void
select_value (BrightReferencePicker *self)
{
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (BrightChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (is_value (self, choice, self->value))
        {
          selected = i;
          break;
        }
    }
  gtk_drop_down_set_selected (self->control, selected);
}

/* What is chosen is shown whole where there is no room for it in the button. */
static void
show_tooltip (BrightReferencePicker *self)
{
  BrightChoice *choice = gtk_drop_down_get_selected_item (self->control);
  g_autofree char *words
      = choice != NULL ? bright_choice_describe (choice, self->spec->words) : NULL;

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->control), words);
}

static void
show (BrightReferencePicker *self)
{
  self->is_showing = TRUE;
  fill (self);
  select_value (self);
  self->is_showing = FALSE;
  show_tooltip (self);
}

static void
on_selected (BrightReferencePicker *self)
{
  BrightChoice *choice = gtk_drop_down_get_selected_item (self->control);

  if (self->is_showing || choice == NULL)
    return;
  if (choice == self->gone)
    return;
  g_free (self->value);
  if (choice == self->blank)
    self->value = NULL;
  else if (choice == self->none)
    self->value = g_strdup (self->spec->none_value);
  else if (self->spec->by_code)
    self->value = g_strdup (bright_choice_get_code (choice));
  else
    self->value = g_strdup_printf ("%" G_GINT64_FORMAT, bright_choice_get_id (choice));
  show_tooltip (self);
  g_signal_emit (self, signals[PICKED], 0);
}

static void
bright_reference_picker_dispose (GObject *object)
{
  BrightReferencePicker *self = BRIGHT_REFERENCE_PICKER (object);

  g_clear_object (&self->list);
  g_clear_object (&self->items);
  g_clear_object (&self->none);
  g_clear_object (&self->blank);
  g_clear_object (&self->gone);
  G_OBJECT_CLASS (bright_reference_picker_parent_class)->dispose (object);
}

static void
bright_reference_picker_finalize (GObject *object)
{
  g_free (BRIGHT_REFERENCE_PICKER (object)->value);
  G_OBJECT_CLASS (bright_reference_picker_parent_class)->finalize (object);
}

static void
bright_reference_picker_class_init (BrightReferencePickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bright_reference_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = bright_reference_picker_finalize;
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
bright_reference_picker_init (BrightReferencePicker *self)
{
  self->items = g_list_store_new (BRIGHT_TYPE_CHOICE);
  self->blank = bright_choice_new (0, "", _ ("Not chosen"), "", FALSE);
}

static char *
describe_for_search (gpointer choice, gpointer words)
{
  return bright_choice_describe (choice, (BrightChoiceWords)GPOINTER_TO_INT (words));
}

BrightReferencePicker *
bright_reference_picker_new (GListModel *list, const BrightReferenceSpec *spec, gboolean is_narrow)
{
  BrightReferencePicker *self = g_object_new (BRIGHT_TYPE_REFERENCE_PICKER, NULL);

  g_return_val_if_fail (G_IS_LIST_MODEL (list) && spec != NULL, NULL);

  self->list = g_object_ref (list);
  self->spec = spec;
  if (spec->none != NULL)
    self->none = bright_choice_new (0, "", _ (spec->none), "", FALSE);
  self->control = GTK_DROP_DOWN (gtk_drop_down_new (
      g_object_ref (G_LIST_MODEL (self->items)),
      gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (describe_for_search),
                                   GINT_TO_POINTER (spec->words), NULL)));
  bright_picker_factories_set (self->control, spec->words, is_narrow);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->control));
  show (self);
  g_signal_connect_object (self->control, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  return self;
}

void
bright_reference_picker_set_value (BrightReferencePicker *self, const char *value)
{
  g_return_if_fail (BRIGHT_IS_REFERENCE_PICKER (self));

  if (g_strcmp0 (self->value, value) == 0)
    return;
  g_free (self->value);
  self->value = g_strdup (value);
  show (self);
}

const char *
bright_reference_picker_get_value (BrightReferencePicker *self)
{
  g_return_val_if_fail (BRIGHT_IS_REFERENCE_PICKER (self), NULL);

  return self->value;
}

gboolean
bright_reference_picker_is_gone (BrightReferencePicker *self)
{
  g_return_val_if_fail (BRIGHT_IS_REFERENCE_PICKER (self), FALSE);

  return self->gone != NULL && g_list_model_get_n_items (self->list) > 0;
}

GtkWidget *
bright_reference_picker_get_control (BrightReferencePicker *self)
{
  g_return_val_if_fail (BRIGHT_IS_REFERENCE_PICKER (self), NULL);

  return GTK_WIDGET (self->control);
}
