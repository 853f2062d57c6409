/* Which orders a list shows: a choice of states, with how many there are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-order-filter.h"

#include "bright-words.h"

#include <glib/gi18n.h>

/* The states that can be chosen, in their order, and where their numbers are. */
static const struct
{
  const char *state;
  gsize count;
} choices[] = {
  { "", G_STRUCT_OFFSET (BrightOrderCounts, total) },
  { "attention", G_STRUCT_OFFSET (BrightOrderCounts, attention) },
  { "waiting", G_STRUCT_OFFSET (BrightOrderCounts, waiting) },
  { "held", G_STRUCT_OFFSET (BrightOrderCounts, held) },
  { "changed", G_STRUCT_OFFSET (BrightOrderCounts, changed) },
  { "filtered", G_STRUCT_OFFSET (BrightOrderCounts, filtered) },
  { "linked", G_STRUCT_OFFSET (BrightOrderCounts, linked) },
  { "cancelled", G_STRUCT_OFFSET (BrightOrderCounts, cancelled) },
  { "ignored", G_STRUCT_OFFSET (BrightOrderCounts, ignored) },
};

struct _BrightOrderFilter
{
  AdwBin parent_instance;

  GtkDropDown *drop_down;
  BrightOrderCounts counts;
  GPtrArray *cells; /* (owned): of GtkListItem (unowned), those that are shown */
};

enum
{
  PROP_0,
  PROP_STATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BrightOrderFilter, bright_order_filter, ADW_TYPE_BIN)

static const char *
name_choice (guint index)
{
  const char *state = choices[index].state;

  if (state[0] == '\0')
    return _ ("All orders");
  return bright_words_for_place (state, g_str_equal (state, "attention"));
}

static guint
find_choice (const char *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (g_str_equal (state, choices[i].state))
      return i;
  return 0;
}

static void
show_choice (BrightOrderFilter *self, GtkListItem *cell)
{
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (cell));
  GtkStringObject *item = gtk_list_item_get_item (cell);
  guint index;
  g_autofree char *text = NULL;

  if (item == NULL)
    return;
  index = find_choice (gtk_string_object_get_string (item));
  /* Translators: a state of orders, and how many there are. */
  text = g_strdup_printf (_ ("%s (%u)"), name_choice (index),
                          G_STRUCT_MEMBER (guint, &self->counts, choices[index].count));
  gtk_label_set_label (label, text);
}

static void
set_up_cell (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer unused)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (cell, label);
}

static void
bind_cell (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer user_data)
{
  BrightOrderFilter *self = user_data;

  g_ptr_array_add (self->cells, cell);
  show_choice (self, cell);
}

static void
unbind_cell (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer user_data)
{
  g_ptr_array_remove (((BrightOrderFilter *)user_data)->cells, cell);
}

static void
on_selected (BrightOrderFilter *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
bright_order_filter_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_STATE)
    g_value_set_string (value, bright_order_filter_get_state (BRIGHT_ORDER_FILTER (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
bright_order_filter_finalize (GObject *object)
{
  g_ptr_array_unref (BRIGHT_ORDER_FILTER (object)->cells);
  G_OBJECT_CLASS (bright_order_filter_parent_class)->finalize (object);
}

static void
bright_order_filter_class_init (BrightOrderFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bright_order_filter_get_property;
  object_class->finalize = bright_order_filter_finalize;
  properties[PROP_STATE] = g_param_spec_string (
      "state", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bright_order_filter_init (BrightOrderFilter *self)
{
  GtkStringList *states = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->cells = g_ptr_array_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    gtk_string_list_append (states, choices[i].state);
  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_cell), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cell), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cell), self, 0);
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (states), NULL));
  gtk_drop_down_set_factory (self->drop_down, factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Orders to show"), -1);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->drop_down));
}

const char *
bright_order_filter_get_state (BrightOrderFilter *self)
{
  guint selected;

  g_return_val_if_fail (BRIGHT_IS_ORDER_FILTER (self), "");

  selected = gtk_drop_down_get_selected (self->drop_down);
  return selected < G_N_ELEMENTS (choices) ? choices[selected].state : "";
}

void
bright_order_filter_set_state (BrightOrderFilter *self, const char *state)
{
  g_return_if_fail (BRIGHT_IS_ORDER_FILTER (self) && state != NULL);

  gtk_drop_down_set_selected (self->drop_down, find_choice (state));
}

void
bright_order_filter_set_counts (BrightOrderFilter *self, const BrightOrderCounts *counts)
{
  g_return_if_fail (BRIGHT_IS_ORDER_FILTER (self));

  self->counts = *counts;
  for (guint i = 0; i < self->cells->len; i++)
    show_choice (self, self->cells->pdata[i]);
}
