/* The first run: from nothing to the first sync, step by step.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-first-run.h"

#include "bright-account-form.h"
#include "bright-first-run-resume.h"
#include "bright-go-live-step.h"
#include "bright-mapping-step.h"
#include "bright-mode-step.h"
#include "bright-preview-step.h"
#include "bright-resources.h"

#include <glib/gi18n.h>

struct _BrightFirstRun
{
  AdwWindow parent_instance;

  AdwWindowTitle *heading;
  GtkWidget *back_button;
  GtkStack *steps;
  AdwClamp *store_page;
  AdwClamp *account_page;
  AdwClamp *go_live_page;
  AdwClamp *mapping_page;
  AdwClamp *preview_page;
  AdwClamp *mode_page;
  GtkButton *next_button;

  BrightSyncService *service; /* (owned) (nullable): until it is disposed of */
  GCancellable *cancellable;  /* (owned): fired when it is disposed of */
  BrightFirstRunStep step;
  BrightAccountForm *store; /* (unowned), as all that follow */
  BrightAccountForm *account;
  BrightGoLiveStep *go_live;
  BrightMappingStep *mapping;
  BrightPreviewStep *preview;
  BrightModeStep *mode;
};

G_DEFINE_FINAL_TYPE (BrightFirstRun, bright_first_run, ADW_TYPE_WINDOW)

/* The names of the stack's pages, in the order of the steps. */
static const char *const page_names[BRIGHT_FIRST_RUN_N_STEPS]
    = { "welcome", "store", "account", "go-live", "mapping", "preview", "mode" };

/* Whether there is anything left to do before the next step. */
static gboolean
is_done (BrightFirstRun *self)
{
  switch (self->step)
    {
    case BRIGHT_FIRST_RUN_STORE:
      return bright_account_form_is_connected (self->store);
    case BRIGHT_FIRST_RUN_ACCOUNT:
      return bright_account_form_is_connected (self->account);
    case BRIGHT_FIRST_RUN_MAPPING:
      return bright_mapping_step_is_complete (self->mapping);
    case BRIGHT_FIRST_RUN_PREVIEW:
      return bright_preview_step_is_complete (self->preview);
    case BRIGHT_FIRST_RUN_WELCOME:
    case BRIGHT_FIRST_RUN_GO_LIVE:
    case BRIGHT_FIRST_RUN_MODE:
    default:
      return TRUE;
    }
}

static void
update (BrightFirstRun *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_known = gtk_stack_get_visible_child (self->steps) != NULL
                      && g_strcmp0 (gtk_stack_get_visible_child_name (self->steps), "looking") != 0;
  gboolean is_last = self->step == BRIGHT_FIRST_RUN_MODE;
  g_autofree char *progress = NULL;

  /* The first step is an invitation; it is not counted. */
  if (is_known && self->step > BRIGHT_FIRST_RUN_WELCOME)
    progress = g_strdup_printf (_ ("Step %d of %d"), (int)self->step, BRIGHT_FIRST_RUN_MODE);
  adw_window_title_set_subtitle (self->heading, progress != NULL ? progress : "");
  gtk_widget_action_set_enabled (widget, "first-run.back",
                                 is_known && self->step > BRIGHT_FIRST_RUN_WELCOME);
  gtk_widget_action_set_enabled (widget, "first-run.next", is_known && is_done (self));
  gtk_widget_set_visible (self->back_button, self->step > BRIGHT_FIRST_RUN_WELCOME);
  gtk_widget_set_visible (GTK_WIDGET (self->next_button),
                          is_known && self->step > BRIGHT_FIRST_RUN_WELCOME);
  gtk_button_set_label (self->next_button, is_last ? _ ("_Start") : _ ("C_ontinue"));
}

static void
show_step (BrightFirstRun *self, BrightFirstRunStep step)
{
  self->step = step;
  gtk_stack_set_visible_child_name (self->steps, page_names[step]);
  if (step == BRIGHT_FIRST_RUN_MAPPING)
    bright_mapping_step_check (self->mapping);
  update (self);
}

static void
finish (BrightFirstRun *self)
{
  BrightSettingsGroup *schedule
      = bright_settings_get_group (bright_sync_service_get_settings (self->service), "schedule");

  g_object_set (schedule, "mode", bright_mode_step_get_mode (self->mode), NULL);
  bright_sync_service_start (self->service);
  gtk_window_close (GTK_WINDOW (self));
}

static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BrightFirstRun *self = BRIGHT_FIRST_RUN (widget);

  if (self->step > BRIGHT_FIRST_RUN_WELCOME)
    show_step (self, self->step - 1);
}

static void
go_on (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BrightFirstRun *self = BRIGHT_FIRST_RUN (widget);

  if (self->step == BRIGHT_FIRST_RUN_MODE)
    {
      finish (self);
      return;
    }
  if (self->step == BRIGHT_FIRST_RUN_GO_LIVE)
    bright_go_live_step_apply (self->go_live);
  show_step (self, self->step + 1);
}

/* What is chosen in the settings is chosen in the window below; setting up goes on afterwards. */
static void
choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (parent), "win.show-setting", parameter);
  gtk_window_close (GTK_WINDOW (widget));
}

static void
step_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightFirstRun) self = user_data;
  g_autoptr (GError) error = NULL;
  BrightFirstRunStep step = BRIGHT_FIRST_RUN_WELCOME;

  /* Where the journal cannot be read, the first steps say so in their own words. */
  if (!bright_first_run_find_step_finish (result, &step, &error))
    g_debug ("the first run begins anew: %s", error->message);
  if (self->service != NULL)
    show_step (self, step);
}

static void
bright_first_run_dispose (GObject *object)
{
  BrightFirstRun *self = BRIGHT_FIRST_RUN (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->service);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIGHT_TYPE_FIRST_RUN);
  G_OBJECT_CLASS (bright_first_run_parent_class)->dispose (object);
}

static void
bright_first_run_finalize (GObject *object)
{
  g_object_unref (BRIGHT_FIRST_RUN (object)->cancellable);
  G_OBJECT_CLASS (bright_first_run_parent_class)->finalize (object);
}

static void
bright_first_run_class_init (BrightFirstRunClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  bright_resources_ensure ();
  G_OBJECT_CLASS (klass)->dispose = bright_first_run_dispose;
  G_OBJECT_CLASS (klass)->finalize = bright_first_run_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/BrightConnect/bright-first-run.ui");
  gtk_widget_class_bind_template_child (widget_class, BrightFirstRun, heading);
  gtk_widget_class_bind_template_child (widget_class, BrightFirstRun, back_button);
  gtk_widget_class_bind_template_child (widget_class, BrightFirstRun, steps);
  gtk_widget_class_bind_template_child (widget_class, BrightFirstRun, store_page);
  gtk_widget_class_bind_template_child (widget_class, BrightFirstRun, account_page);
  gtk_widget_class_bind_template_child (widget_class, BrightFirstRun, go_live_page);
  gtk_widget_class_bind_template_child (widget_class, BrightFirstRun, mapping_page);
  gtk_widget_class_bind_template_child (widget_class, BrightFirstRun, preview_page);
  gtk_widget_class_bind_template_child (widget_class, BrightFirstRun, mode_page);
  gtk_widget_class_bind_template_child (widget_class, BrightFirstRun, next_button);
  gtk_widget_class_install_action (widget_class, "first-run.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "first-run.next", NULL, go_on);
  gtk_widget_class_install_action (widget_class, "first-run.choose", "s", choose);
}

static void
bright_first_run_init (BrightFirstRun *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

static void
add_steps (BrightFirstRun *self)
{
  GtkWidget *store = bright_account_form_new (self->service, BRIGHT_PLATFORM_BIGCOMMERCE);
  GtkWidget *account = bright_account_form_new (self->service, BRIGHT_PLATFORM_BRIGHTPEARL);
  GtkWidget *go_live = bright_go_live_step_new (self->service);
  GtkWidget *mapping = bright_mapping_step_new (self->service);
  GtkWidget *preview = bright_preview_step_new (self->service);
  GtkWidget *mode = bright_mode_step_new (self->service);

  self->store = BRIGHT_ACCOUNT_FORM (store);
  self->account = BRIGHT_ACCOUNT_FORM (account);
  self->go_live = BRIGHT_GO_LIVE_STEP (go_live);
  self->mapping = BRIGHT_MAPPING_STEP (mapping);
  self->preview = BRIGHT_PREVIEW_STEP (preview);
  self->mode = BRIGHT_MODE_STEP (mode);
  adw_clamp_set_child (self->store_page, store);
  adw_clamp_set_child (self->account_page, account);
  adw_clamp_set_child (self->go_live_page, go_live);
  adw_clamp_set_child (self->mapping_page, mapping);
  adw_clamp_set_child (self->preview_page, preview);
  adw_clamp_set_child (self->mode_page, mode);
  g_signal_connect_object (store, "notify::is-connected", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (account, "notify::is-connected", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (mapping, "notify::is-complete", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (preview, "notify::is-complete", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
}

GtkWindow *
bright_first_run_new (GtkWindow *parent, BrightSyncService *service)
{
  BrightFirstRun *self = g_object_new (BRIGHT_TYPE_FIRST_RUN, "transient-for", parent, NULL);

  self->service = g_object_ref (service);
  /* This is no window of the application's own, but the practice store is started by that. */
  if (parent != NULL && gtk_window_get_application (parent) != NULL)
    gtk_widget_insert_action_group (GTK_WIDGET (self), "app",
                                    G_ACTION_GROUP (gtk_window_get_application (parent)));
  add_steps (self);
  bright_first_run_find_step_async (service, self->cancellable, step_found_cb, g_object_ref (self));
  return GTK_WINDOW (self);
}
