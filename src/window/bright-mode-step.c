/* Who decides that something is written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-mode-step.h"

#include "bright-resources.h"

#include <string.h>

struct _BrightModeStep
{
  AdwBin parent_instance;

  GtkCheckButton *watch;
  GtkCheckButton *ask;
  GtkCheckButton *automatic;
};

G_DEFINE_FINAL_TYPE (BrightModeStep, bright_mode_step, ADW_TYPE_BIN)

const char *
bright_mode_step_get_mode (BrightModeStep *self)
{
  g_return_val_if_fail (BRIGHT_IS_MODE_STEP (self), NULL);

  if (gtk_check_button_get_active (self->automatic))
    return "automatic";
  return gtk_check_button_get_active (self->ask) ? "ask" : "watch";
}

static void
bright_mode_step_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BRIGHT_TYPE_MODE_STEP);
  G_OBJECT_CLASS (bright_mode_step_parent_class)->dispose (object);
}

static void
bright_mode_step_class_init (BrightModeStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  bright_resources_ensure ();
  G_OBJECT_CLASS (klass)->dispose = bright_mode_step_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/BrightConnect/bright-mode-step.ui");
  gtk_widget_class_bind_template_child (widget_class, BrightModeStep, watch);
  gtk_widget_class_bind_template_child (widget_class, BrightModeStep, ask);
  gtk_widget_class_bind_template_child (widget_class, BrightModeStep, automatic);
}

static void
bright_mode_step_init (BrightModeStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bright_mode_step_new (BrightSyncService *service)
{
  BrightModeStep *self = g_object_new (BRIGHT_TYPE_MODE_STEP, NULL);
  BrightSettings *settings = bright_sync_service_get_settings (service);
  g_autofree char *mode
      = bright_settings_group_dup_text (bright_settings_get_group (settings, "schedule"), "mode");

  gtk_check_button_set_active (strcmp (mode, "automatic") == 0 ? self->automatic
                               : strcmp (mode, "ask") == 0     ? self->ask
                                                               : self->watch,
                               TRUE);
  return GTK_WIDGET (self);
}
