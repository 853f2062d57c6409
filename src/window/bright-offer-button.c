/* A button beside an entry that offers texts for it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-offer-button.h"

#define LIST_HEIGHT 320

struct _BrightOfferButton
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkBox *list;
};

enum
{
  OFFERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrightOfferButton, bright_offer_button, ADW_TYPE_BIN)

static void
bright_offer_button_class_init (BrightOfferButtonClass *klass)
{
  signals[OFFERED] = g_signal_new ("offered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bright_offer_button_init (BrightOfferButton *self)
{
  GtkWidget *window = gtk_scrolled_window_new ();

  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (window), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), GTK_WIDGET (self->list));
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_child (self->popover, window);
  gtk_widget_add_css_class (GTK_WIDGET (self->popover), "menu");
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_popover (self->button, GTK_WIDGET (self->popover));
  gtk_menu_button_set_icon_name (self->button, "pan-down-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

BrightOfferButton *
bright_offer_button_new (const char *title)
{
  BrightOfferButton *self = g_object_new (BRIGHT_TYPE_OFFER_BUTTON, "visible", FALSE, NULL);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  return self;
}

void
bright_offer_button_clear (BrightOfferButton *self)
{
  GtkWidget *child;

  g_return_if_fail (BRIGHT_IS_OFFER_BUTTON (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
clicked_cb (GtkButton *button, BrightOfferButton *self)
{
  g_autofree char *text = g_strdup (g_object_get_data (G_OBJECT (button), "text"));

  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[OFFERED], 0, text);
}

void
bright_offer_button_add (BrightOfferButton *self, const char *text, const char *title)
{
  GtkWidget *button;
  GtkWidget *label;

  g_return_if_fail (BRIGHT_IS_OFFER_BUTTON (self) && text != NULL && title != NULL);

  button = gtk_button_new_with_label (title);
  label = gtk_button_get_child (GTK_BUTTON (button));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "text", g_strdup (text), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, 0);
  gtk_box_append (self->list, button);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}
