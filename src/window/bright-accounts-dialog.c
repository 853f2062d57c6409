/* The accounts of both platforms.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-accounts-dialog.h"

#include "bright-account-form.h"
#include "bright-resources.h"

struct _BrightAccountsDialog
{
  AdwWindow parent_instance;

  GtkStack *pages;
  AdwClamp *store_page;
  AdwClamp *account_page;

  BrightSyncService *service;                   /* (owned) (nullable): until it is disposed of */
  BrightAccountForm *forms[BRIGHT_N_PLATFORMS]; /* (unowned): in the pages */
  gboolean was_configured;                      /* when it was opened */
};

G_DEFINE_FINAL_TYPE (BrightAccountsDialog, bright_accounts_dialog, ADW_TYPE_WINDOW)

/* A service that could not run for want of accounts can run now; one that a person has stopped
 * stays so. */
static void
connected_cb (BrightAccountsDialog *self)
{
  if (self->service != NULL && !self->was_configured
      && bright_account_form_is_connected (self->forms[0])
      && bright_account_form_is_connected (self->forms[1]))
    bright_sync_service_start (self->service);
}

static void
bright_accounts_dialog_dispose (GObject *object)
{
  BrightAccountsDialog *self = BRIGHT_ACCOUNTS_DIALOG (object);

  g_clear_object (&self->service);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIGHT_TYPE_ACCOUNTS_DIALOG);
  G_OBJECT_CLASS (bright_accounts_dialog_parent_class)->dispose (object);
}

static void
bright_accounts_dialog_class_init (BrightAccountsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  bright_resources_ensure ();
  G_OBJECT_CLASS (klass)->dispose = bright_accounts_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/com/example/BrightConnect/bright-accounts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BrightAccountsDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, BrightAccountsDialog, store_page);
  gtk_widget_class_bind_template_child (widget_class, BrightAccountsDialog, account_page);
}

static void
bright_accounts_dialog_init (BrightAccountsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
bright_accounts_dialog_new (GtkWindow *parent, BrightSyncService *service)
{
  BrightAccountsDialog *self
      = g_object_new (BRIGHT_TYPE_ACCOUNTS_DIALOG, "transient-for", parent, NULL);
  AdwClamp *const pages[] = { self->store_page, self->account_page };

  self->service = g_object_ref (service);
  self->was_configured = bright_sync_service_is_configured (service);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *form = bright_account_form_new (service, (BrightPlatform)i);

      self->forms[i] = BRIGHT_ACCOUNT_FORM (form);
      adw_clamp_set_child (pages[i], form);
      g_signal_connect_object (form, "notify::is-connected", G_CALLBACK (connected_cb), self,
                               G_CONNECT_SWAPPED);
    }
  return GTK_WINDOW (self);
}
