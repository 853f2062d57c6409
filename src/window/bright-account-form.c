/* The fields of one platform's account.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-account-form-private.h"

#include "bright-resources.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (BrightAccountForm, bright_account_form, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_IS_CONNECTED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_store (BrightAccountForm *self)
{
  return self->platform == BRIGHT_PLATFORM_BIGCOMMERCE;
}

const char *
bright_account_form_get_account_key (BrightAccountForm *self)
{
  return is_store (self) ? "bigcommerce-store-hash" : "brightpearl-account";
}

const char *const *
bright_account_form_get_keys (BrightAccountForm *self)
{
  static const char *const store_keys[] = { "bigcommerce-url", "bigcommerce-store-hash", NULL };
  static const char *const account_keys[]
      = { "brightpearl-url", "brightpearl-account", "brightpearl-app-ref", "brightpearl-token-kind",
          NULL };

  return is_store (self) ? store_keys : account_keys;
}

static BrightSettingsGroup *
get_connection (BrightAccountForm *self)
{
  return bright_settings_get_group (bright_sync_service_get_settings (self->service), "connection");
}

static gboolean
differs (BrightAccountForm *self, const char *key)
{
  g_autofree char *typed = bright_settings_group_dup_text (self->draft, key);
  g_autofree char *saved = bright_settings_group_dup_text (get_connection (self), key);

  return strcmp (typed, saved) != 0;
}

gboolean
bright_account_form_is_other_account (BrightAccountForm *self)
{
  return differs (self, bright_account_form_get_account_key (self));
}

gboolean
bright_account_form_is_changed (BrightAccountForm *self)
{
  for (const char *const *keys = bright_account_form_get_keys (self); *keys != NULL; keys++)
    if (differs (self, *keys))
      return TRUE;
  return FALSE;
}

/* ---- What is shown ---- */

static const char *
get_state_title (BrightAccountForm *self)
{
  switch (self->token_state)
    {
    case BRIGHT_TOKEN_PRESENT:
      return _ ("The token is in the keyring");
    case BRIGHT_TOKEN_LOCKED:
      return _ ("The keyring is locked");
    case BRIGHT_TOKEN_NO_KEYRING:
      return _ ("There is no keyring on this machine");
    case BRIGHT_TOKEN_READ_ONLY:
      return _ ("The token is provided from outside");
    case BRIGHT_TOKEN_MISSING:
    default:
      return "";
    }
}

static const char *
get_state_subtitle (BrightAccountForm *self)
{
  switch (self->token_state)
    {
    case BRIGHT_TOKEN_PRESENT:
      return _ ("It is not shown again.");
    case BRIGHT_TOKEN_LOCKED:
      return _ ("Unlock it, so that the token can be read and stored.");
    case BRIGHT_TOKEN_NO_KEYRING:
      return _ ("Tokens are kept in a keyring such as GNOME Keyring or KWallet: install one and "
                "log in again. On a server, put the files “bigcommerce-token” and "
                "“brightpearl-token”, readable by nobody else, into the folder that "
                "CREDENTIALS_DIRECTORY names, for example by systemd’s LoadCredential.");
    case BRIGHT_TOKEN_READ_ONLY:
      return _ ("It comes from a credential file or from the practice store, and cannot be "
                "changed here.");
    case BRIGHT_TOKEN_MISSING:
    default:
      return "";
    }
}

static gboolean
is_shown_state (BrightAccountForm *self)
{
  return self->knows_token_state && self->token_state != BRIGHT_TOKEN_MISSING
         && !bright_account_form_needs_token (self);
}

gboolean
bright_account_form_is_connected (BrightAccountForm *self)
{
  g_autofree char *account = NULL;

  g_return_val_if_fail (BRIGHT_IS_ACCOUNT_FORM (self), FALSE);

  if (self->service == NULL)
    return FALSE;
  account = bright_settings_group_dup_text (get_connection (self),
                                            bright_account_form_get_account_key (self));
  return account[0] != '\0' && self->knows_token_state
         && (self->token_state == BRIGHT_TOKEN_PRESENT
             || self->token_state == BRIGHT_TOKEN_READ_ONLY);
}

static void
tell_connected (BrightAccountForm *self)
{
  gboolean is_connected = bright_account_form_is_connected (self);

  if (is_connected == self->was_connected)
    return;
  self->was_connected = is_connected;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_CONNECTED]);
}

/* Without a keyring the fields can be saved all the same: the token comes from elsewhere. */
static gboolean
can_connect (BrightAccountForm *self)
{
  return !self->is_busy && self->is_valid
         && (self->is_good || self->token_state == BRIGHT_TOKEN_NO_KEYRING);
}

void
bright_account_form_update (BrightAccountForm *self)
{
  gboolean needs_token = bright_account_form_needs_token (self);
  gboolean shows_state = is_shown_state (self);
  gboolean has_own_token = shows_state && self->token_state == BRIGHT_TOKEN_PRESENT
                           && !bright_account_form_is_changed (self);

  gtk_widget_set_visible (self->address_row, bright_account_form_has_own_address (self));
  gtk_widget_set_visible (self->token_row, needs_token);
  gtk_widget_set_visible (GTK_WIDGET (self->state_row), shows_state);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state_row), get_state_title (self));
  adw_action_row_set_subtitle (self->state_row, get_state_subtitle (self));
  gtk_widget_set_visible (self->unlock_button,
                          shows_state && self->token_state == BRIGHT_TOKEN_LOCKED);
  gtk_widget_set_visible (self->look_button,
                          shows_state && self->token_state == BRIGHT_TOKEN_NO_KEYRING);
  gtk_widget_set_visible (self->forget_button, has_own_token);
  gtk_widget_set_visible (self->replace_button, has_own_token || self->is_replacing);
  gtk_button_set_label (GTK_BUTTON (self->replace_button),
                        self->is_replacing ? _ ("_Keep the Stored Token") : _ ("_Replace Token…"));
  gtk_widget_set_sensitive (self->unlock_button, !self->is_busy);
  gtk_widget_set_sensitive (self->forget_button, !self->is_busy);
  gtk_button_set_label (self->connect_button, needs_token ? _ ("C_onnect") : _ ("_Save Changes"));
  gtk_widget_set_visible (GTK_WIDGET (self->connect_button),
                          needs_token || bright_account_form_is_changed (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->connect_button), can_connect (self));
  tell_connected (self);
}

static void
form_changed_cb (BrightAccountForm *self)
{
  if (self->is_filling || self->service == NULL)
    return;
  bright_account_form_take_fields (self);
  bright_account_form_update (self);
  bright_account_form_test_later (self);
}

static void
connect_clicked_cb (BrightAccountForm *self)
{
  bright_account_form_connect_account (self);
}

static void
entry_activated_cb (BrightAccountForm *self)
{
  GtkWidget *button = GTK_WIDGET (self->connect_button);

  if (gtk_widget_get_visible (button) && gtk_widget_is_sensitive (button))
    bright_account_form_connect_account (self);
}

static void
forget_clicked_cb (BrightAccountForm *self)
{
  bright_account_form_forget (self);
}

static void
unlock_clicked_cb (BrightAccountForm *self)
{
  bright_account_form_unlock (self);
}

static void
look_clicked_cb (BrightAccountForm *self)
{
  bright_account_form_find_token (self);
}

static void
replace_clicked_cb (BrightAccountForm *self)
{
  self->is_replacing = !self->is_replacing;
  bright_account_form_clear_token (self);
  bright_account_form_test_later (self);
  bright_account_form_update (self);
  if (self->is_replacing)
    gtk_widget_grab_focus (self->token_row);
}

static void
bright_account_form_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, bright_account_form_is_connected (BRIGHT_ACCOUNT_FORM (object)));
}

/* Nobody waits for it any more. */
static void
bright_account_form_unroot (GtkWidget *widget)
{
  BrightAccountForm *self = BRIGHT_ACCOUNT_FORM (widget);

  bright_account_form_stop_test (self);
  GTK_WIDGET_CLASS (bright_account_form_parent_class)->unroot (widget);
}

static void
bright_account_form_dispose (GObject *object)
{
  BrightAccountForm *self = BRIGHT_ACCOUNT_FORM (object);

  bright_account_form_stop_test (self);
  g_clear_object (&self->service);
  g_clear_object (&self->draft);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIGHT_TYPE_ACCOUNT_FORM);
  G_OBJECT_CLASS (bright_account_form_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/BrightConnect/bright-account-form.ui");
  gtk_widget_class_bind_template_child (widget_class, BrightAccountForm, group);
  gtk_widget_class_bind_template_child (widget_class, BrightAccountForm, account_row);
  gtk_widget_class_bind_template_child (widget_class, BrightAccountForm, data_centre_row);
  gtk_widget_class_bind_template_child (widget_class, BrightAccountForm, address_row);
  gtk_widget_class_bind_template_child (widget_class, BrightAccountForm, app_row);
  gtk_widget_class_bind_template_child (widget_class, BrightAccountForm, kind_row);
  gtk_widget_class_bind_template_child (widget_class, BrightAccountForm, token_row);
  gtk_widget_class_bind_template_child (widget_class, BrightAccountForm, state_row);
  gtk_widget_class_bind_template_child (widget_class, BrightAccountForm, verdict);
  gtk_widget_class_bind_template_child (widget_class, BrightAccountForm, verdict_symbols);
  gtk_widget_class_bind_template_child (widget_class, BrightAccountForm, verdict_label);
  gtk_widget_class_bind_template_child (widget_class, BrightAccountForm, unlock_button);
  gtk_widget_class_bind_template_child (widget_class, BrightAccountForm, look_button);
  gtk_widget_class_bind_template_child (widget_class, BrightAccountForm, forget_button);
  gtk_widget_class_bind_template_child (widget_class, BrightAccountForm, replace_button);
  gtk_widget_class_bind_template_child (widget_class, BrightAccountForm, connect_button);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, connect_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, unlock_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_clicked_cb);
}

static void
bright_account_form_class_init (BrightAccountFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  bright_resources_ensure ();
  object_class->get_property = bright_account_form_get_property;
  object_class->dispose = bright_account_form_dispose;
  properties[PROP_IS_CONNECTED]
      = g_param_spec_boolean ("is-connected", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  GTK_WIDGET_CLASS (klass)->unroot = bright_account_form_unroot;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
bright_account_form_init (BrightAccountForm *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = FALSE;
  bright_account_form_describe_rows (self);
}

/* Words and rows that only one platform has. */
static void
set_platform (BrightAccountForm *self, BrightPlatform platform)
{
  GtkWidget *const brightpearl_rows[]
      = { self->data_centre_row, self->address_row, self->app_row, self->kind_row };
  g_autofree char *name = NULL;

  self->platform = platform;
  name = g_strconcat ("connection.", bright_account_form_get_account_key (self), NULL);
  gtk_widget_set_name (self->account_row, name);
  for (gsize i = 0; i < G_N_ELEMENTS (brightpearl_rows); i++)
    gtk_widget_set_visible (brightpearl_rows[i], !is_store (self));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->account_row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->account_row),
                                 is_store (self) ? _ ("_Store hash") : _ ("_Account code"));
  adw_preferences_group_set_title (self->group, is_store (self) ? "BigCommerce" : "Brightpearl");
  adw_preferences_group_set_description (
      self->group,
      is_store (self)
          ? _ ("In the store’s control panel, make an API account under Settings, API accounts. "
               "The store hash is the part after “stores/” in its API path.")
          : _ ("In Brightpearl, make a private app under App Store, Private apps. The account "
               "code is what you log in with; the data centre is the beginning of the address that "
               "your browser shows then."));
}

GtkWidget *
bright_account_form_new (BrightSyncService *service, BrightPlatform platform)
{
  BrightAccountForm *self = g_object_new (BRIGHT_TYPE_ACCOUNT_FORM, NULL);

  self->service = g_object_ref (service);
  self->draft = bright_account_form_copy_connection (get_connection (self));
  set_platform (self, platform);
  bright_account_form_fill (self);
  bright_account_form_find_token (self);
  return GTK_WIDGET (self);
}
