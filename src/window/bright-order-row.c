/* One order in the window's list: two lines, which fit any width.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-order-row.h"

#include "bright-resources.h"
#include "bright-words.h"

#include <glib/gi18n.h>

struct _BrightOrderRow
{
  GtkBox parent_instance;

  GtkLabel *number;
  GtkLabel *customer;
  GtkLabel *total;
  GtkLabel *state;
  GtkLabel *why;
  GtkLabel *age;

  BrightOrderItem *item; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (BrightOrderRow, bright_order_row, GTK_TYPE_BOX)

/* What can be focused is the list's own row around this one, which has no name by itself. */
static void
name (BrightOrderRow *self, const char *words)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                    -1);
}

static void
show_texts (BrightOrderRow *self,
            const char *customer,
            const char *total,
            const char *state,
            const char *why,
            const char *age)
{
  g_autofree char *number
      = g_strdup_printf ("%" G_GINT64_FORMAT, bright_order_item_get_number (self->item));
  /* Translators: what a screen reader says of an order: its number, the customer, the total, the
   * state and the reason. */
  g_autofree char *words
      = g_strdup_printf (_ ("Order %s, %s, %s, %s, %s"), number, customer, total, state, why);

  gtk_label_set_label (self->number, number);
  gtk_label_set_label (self->customer, customer);
  gtk_label_set_label (self->total, total);
  gtk_label_set_label (self->state, state);
  gtk_label_set_label (self->why, why);
  gtk_label_set_label (self->age, age);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->why), why);
  name (self, words);
}

static void
show_item (BrightOrderRow *self)
{
  const BrightSubject *subject = bright_order_item_get_subject (self->item);
  g_autofree char *total = NULL;
  g_autofree char *state = NULL;
  g_autofree char *age = NULL;

  if (subject == NULL)
    {
      show_texts (self, "", "", _ ("Loading…"), "", "");
      return;
    }
  total = bright_words_for_money (subject->amount, subject->currency);
  state = g_strdup_printf ("%s %s", bright_words_symbol (subject->state, subject->attention),
                           bright_words_for_place (subject->state, subject->attention));
  age = bright_words_for_age (subject->placed_at, g_get_real_time () / G_USEC_PER_SEC);
  show_texts (self, subject->title[0] != '\0' ? subject->title : subject->email, total, state,
              subject->message, age);
}

static void
bright_order_row_dispose (GObject *object)
{
  bright_order_row_set_item (BRIGHT_ORDER_ROW (object), NULL);
  G_OBJECT_CLASS (bright_order_row_parent_class)->dispose (object);
}

static void
bright_order_row_class_init (BrightOrderRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bright_order_row_dispose;
  bright_resources_ensure ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/BrightConnect/bright-order-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BrightOrderRow, number);
  gtk_widget_class_bind_template_child (widget_class, BrightOrderRow, customer);
  gtk_widget_class_bind_template_child (widget_class, BrightOrderRow, total);
  gtk_widget_class_bind_template_child (widget_class, BrightOrderRow, state);
  gtk_widget_class_bind_template_child (widget_class, BrightOrderRow, why);
  gtk_widget_class_bind_template_child (widget_class, BrightOrderRow, age);
}

static void
bright_order_row_init (BrightOrderRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bright_order_row_new (void)
{
  return g_object_new (BRIGHT_TYPE_ORDER_ROW, NULL);
}

void
bright_order_row_set_item (BrightOrderRow *self, BrightOrderItem *item)
{
  g_return_if_fail (BRIGHT_IS_ORDER_ROW (self));

  if (self->item == item)
    return;
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, show_item, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  g_signal_connect_object (item, "changed", G_CALLBACK (show_item), self, G_CONNECT_SWAPPED);
  show_item (self);
}
