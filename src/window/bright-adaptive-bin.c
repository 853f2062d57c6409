/* A bin that tells when its content should be laid out for a narrow window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-adaptive-bin.h"

/* What every page must do with. */
#define LEAST_WIDTH 360

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

struct _BrightAdaptiveBin
{
  AdwBin parent_instance;

  GtkWidget *measured; /* (unowned) (nullable): inside this */
  int wide_width;      /* what @measured wanted when it was last wide */
  gboolean is_narrow;
  guint change; /* of @is_narrow, when this frame is over */
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BrightAdaptiveBin, bright_adaptive_bin, ADW_TYPE_BIN)

static void
change_cb (gpointer user_data)
{
  BrightAdaptiveBin *self = user_data;

  self->change = 0;
  self->is_narrow = gtk_widget_get_width (GTK_WIDGET (self)) < self->wide_width;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
bright_adaptive_bin_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  int width;

  if (child == NULL)
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (for_size, width);
  gtk_widget_measure (child, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, LEAST_WIDTH);
}

static GtkSizeRequestMode
bright_adaptive_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The layout of the content must not change while it is being allocated. */
static void
bright_adaptive_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BrightAdaptiveBin *self = BRIGHT_ADAPTIVE_BIN (widget);
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  int least_width;
  int least_height;

  if (child == NULL)
    return;
  if (self->measured != NULL && !self->is_narrow)
    gtk_widget_measure (self->measured, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &self->wide_width,
                        NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  least_width = MAX (width, least_width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, least_width, &least_height, NULL, NULL,
                      NULL);
  gtk_widget_allocate (child, least_width, MAX (height, least_height), baseline, NULL);
  if ((width < self->wide_width) != self->is_narrow && self->change == 0)
    self->change = g_idle_add_once (change_cb, self);
}

static void
bright_adaptive_bin_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, BRIGHT_ADAPTIVE_BIN (object)->is_narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
bright_adaptive_bin_dispose (GObject *object)
{
  BrightAdaptiveBin *self = BRIGHT_ADAPTIVE_BIN (object);

  g_clear_handle_id (&self->change, g_source_remove);
  self->measured = NULL;
  G_OBJECT_CLASS (bright_adaptive_bin_parent_class)->dispose (object);
}

static void
bright_adaptive_bin_class_init (BrightAdaptiveBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bright_adaptive_bin_get_property;
  object_class->dispose = bright_adaptive_bin_dispose;
  GTK_WIDGET_CLASS (klass)->get_request_mode = bright_adaptive_bin_get_request_mode;
  GTK_WIDGET_CLASS (klass)->measure = bright_adaptive_bin_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = bright_adaptive_bin_size_allocate;
  properties[PROP_NARROW]
      = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bright_adaptive_bin_init (BrightAdaptiveBin *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
bright_adaptive_bin_set_measured (BrightAdaptiveBin *self, GtkWidget *measured)
{
  g_return_if_fail (BRIGHT_IS_ADAPTIVE_BIN (self) && GTK_IS_WIDGET (measured));

  self->measured = measured;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

gboolean
bright_adaptive_bin_is_narrow (BrightAdaptiveBin *self)
{
  g_return_val_if_fail (BRIGHT_IS_ADAPTIVE_BIN (self), FALSE);

  return self->is_narrow;
}
