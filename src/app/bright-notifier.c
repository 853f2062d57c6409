/* Notifies a person of what a sync service came upon.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * After each sync it reads what needs a person, has bright_notify_decide()
 * judge, and does what that says.
 */
#include "bright-notifier.h"

#include "bright-notify-decide.h"
#include "bright-sync-insight.h"
#include "bright-sync-pace.h"

#define ICON "com.example.BrightConnect"
#define KEY "notification-level"
#define JUDGE_AGAIN_SECONDS 60

struct _BrightNotifier
{
  GObject parent_instance;

  GApplication *application;  /* (unowned) */
  GSettings *settings;        /* (owned) (nullable) */
  BrightSyncService *service; /* (owned) */
  GCancellable *cancellable;  /* (owned) */
  BrightNotifyMemory *memory; /* (owned) */
  GPtrArray *attention;       /* (owned): what needed a person the last time */
  gboolean is_listing;
  gboolean is_due; /* something changed while it was listed */
  gboolean has_learned;
  gboolean had_orders; /* before this program synced */
  guint timer;
};

G_DEFINE_FINAL_TYPE (BrightNotifier, bright_notifier, G_TYPE_OBJECT)

static void list_attention (BrightNotifier *self);

static void
send (BrightNotifier *self, const BrightNotice *notice)
{
  g_autoptr (GNotification) notification = g_notification_new (notice->title);
  g_autoptr (GIcon) icon = g_themed_icon_new (ICON);

  g_notification_set_body (notification, notice->body);
  g_notification_set_icon (notification, icon);
  g_notification_set_priority (notification, notice->is_urgent ? G_NOTIFICATION_PRIORITY_HIGH
                                                               : G_NOTIFICATION_PRIORITY_NORMAL);
  if (notice->target != NULL)
    g_notification_set_default_action_and_target (notification, notice->action, "s",
                                                  notice->target);
  else
    g_notification_set_default_action (notification, notice->action);
  g_application_send_notification (self->application, notice->id, notification);
}

static BrightNotifyLevel
get_level (BrightNotifier *self)
{
  g_autofree char *word = NULL;

  if (self->settings != NULL)
    word = g_settings_get_string (self->settings, KEY);
  return bright_notify_level_from_word (word);
}

static void
judge (BrightNotifier *self)
{
  g_autofree char *message = NULL;
  g_autoptr (GPtrArray) notices = NULL;
  gint64 last_success;
  BrightNotifyFacts facts = {
    .level = get_level (self),
    .attention = self->attention,
    .now = g_get_real_time () / G_USEC_PER_SEC,
  };

  g_object_get (self->service, "message", &message, "last-success", &last_success, NULL);
  facts.message = message;
  facts.is_failing
      = bright_sync_service_get_failure (self->service, &facts.cause, &facts.failing_since);
  facts.is_first_done = !self->had_orders && last_success > 0;
  notices = bright_notify_decide (&facts, self->memory);
  for (guint i = 0; i < notices->len; i++)
    {
      const BrightNotice *notice = notices->pdata[i];

      if (notice->title != NULL)
        send (self, notice);
      else
        g_application_withdraw_notification (self->application, notice->id);
    }
}

static void
attention_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightNotifier) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) attention
      = bright_sync_service_list_attention_finish (BRIGHT_SYNC_SERVICE (source), result, &error);

  self->is_listing = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (attention == NULL)
    g_debug ("what needs a person was not read: %s", error->message);
  else
    {
      g_ptr_array_unref (self->attention);
      self->attention = g_steal_pointer (&attention);
      if (self->has_learned)
        judge (self);
      else
        bright_notify_memory_learn (self->memory, self->attention);
      self->has_learned = TRUE;
    }
  if (self->is_due)
    list_attention (self);
}

static void
list_attention (BrightNotifier *self)
{
  self->is_due = self->is_listing;
  if (self->is_listing || g_cancellable_is_cancelled (self->cancellable))
    return;
  self->is_listing = TRUE;
  bright_sync_service_list_attention_async (self->service, self->cancellable, attention_listed_cb,
                                            g_object_ref (self));
}

/* A lost connection is news only after a while, in which nothing else may happen. */
static gboolean
judge_again (gpointer user_data)
{
  BrightNotifier *self = user_data;
  BrightError cause;
  gint64 since;

  judge (self);
  if (bright_sync_service_get_failure (self->service, &cause, &since))
    return G_SOURCE_CONTINUE;
  self->timer = 0;
  return G_SOURCE_REMOVE;
}

static void
state_changed_cb (BrightNotifier *self)
{
  g_autofree char *state = NULL;

  g_object_get (self->service, "state", &state, NULL);
  if (g_strcmp0 (state, "working") == 0 || g_strcmp0 (state, "off") == 0)
    return;
  if (g_strcmp0 (state, "failed") == 0 && self->timer == 0)
    self->timer = g_timeout_add_seconds (JUDGE_AGAIN_SECONDS, judge_again, self);
  list_attention (self);
}

static void
orders_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightNotifier) self = user_data;
  g_autoptr (GPtrArray) orders
      = bright_sync_service_list_orders_finish (BRIGHT_SYNC_SERVICE (source), result, NULL);

  self->had_orders = orders == NULL || orders->len > 0;
}

static void
bright_notifier_dispose (GObject *object)
{
  bright_notifier_stop (BRIGHT_NOTIFIER (object));
  G_OBJECT_CLASS (bright_notifier_parent_class)->dispose (object);
}

static void
bright_notifier_finalize (GObject *object)
{
  BrightNotifier *self = BRIGHT_NOTIFIER (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->service);
  g_clear_object (&self->cancellable);
  bright_notify_memory_free (self->memory);
  g_ptr_array_unref (self->attention);
  G_OBJECT_CLASS (bright_notifier_parent_class)->finalize (object);
}

static void
bright_notifier_class_init (BrightNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bright_notifier_dispose;
  G_OBJECT_CLASS (klass)->finalize = bright_notifier_finalize;
}

static void
bright_notifier_init (BrightNotifier *self)
{
  self->cancellable = g_cancellable_new ();
  self->memory = bright_notify_memory_new ();
  self->attention = g_ptr_array_new ();
  self->had_orders = TRUE;
}

BrightNotifier *
bright_notifier_new (GApplication *application, GSettings *settings, BrightSyncService *service)
{
  BrightNotifier *self = g_object_new (BRIGHT_TYPE_NOTIFIER, NULL);

  self->application = application;
  if (settings != NULL)
    {
      self->settings = g_object_ref (settings);
      g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (list_attention), self,
                               G_CONNECT_SWAPPED);
    }
  self->service = g_object_ref (service);
  /* Both are asked of the journal before a sync can write there. */
  bright_sync_service_list_orders_async (service, NULL, NULL, 0, 1, self->cancellable,
                                         orders_listed_cb, g_object_ref (self));
  list_attention (self);
  g_signal_connect_object (service, "notify::state", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (service, "notify::attention", G_CALLBACK (list_attention), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
bright_notifier_stop (BrightNotifier *self)
{
  g_return_if_fail (BRIGHT_IS_NOTIFIER (self));

  g_cancellable_cancel (self->cancellable);
  if (self->timer != 0)
    g_source_remove (self->timer);
  self->timer = 0;
  if (self->service != NULL)
    g_signal_handlers_disconnect_by_data (self->service, self);
}
