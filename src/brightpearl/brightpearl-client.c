/* Brightpearl's API: the client and its endpoint.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "brightpearl-client-private.h"

#include "brightpearl-ask.h"
#include "brightpearl-judge.h"

G_DEFINE_FINAL_TYPE (BrightpearlClient, brightpearl_client, G_TYPE_OBJECT)

enum
{
  PROPERTY_REQUESTS = 1,
  PROPERTY_REMAINING,
  PROPERTY_THROTTLED_UNTIL,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
brightpearl_client_dispose (GObject *object)
{
  BrightpearlClient *self = BRIGHTPEARL_CLIENT (object);

  g_clear_object (&self->endpoint);
  g_clear_pointer (&self->prefix, g_free);
  G_OBJECT_CLASS (brightpearl_client_parent_class)->dispose (object);
}

/* All properties are those of the endpoint, by the same names. */
static void
brightpearl_client_get_property (GObject *object,
                                 guint property_id,
                                 GValue *value,
                                 GParamSpec *property)
{
  BrightpearlClient *self = BRIGHTPEARL_CLIENT (object);

  g_object_get_property (G_OBJECT (self->endpoint), property->name, value);
}

static void
brightpearl_client_class_init (BrightpearlClientClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = brightpearl_client_dispose;
  object_class->get_property = brightpearl_client_get_property;

  properties[PROPERTY_REQUESTS]
      = g_param_spec_uint64 ("requests", NULL, NULL, 0, G_MAXUINT64, 0, flags);
  properties[PROPERTY_REMAINING]
      = g_param_spec_int64 ("remaining", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROPERTY_THROTTLED_UNTIL]
      = g_param_spec_int64 ("throttled-until", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
brightpearl_client_init (BrightpearlClient *self)
{
}

static void
on_endpoint_changed (BrightpearlClient *self, GParamSpec *changed)
{
  for (guint i = 1; i < N_PROPERTIES; i++)
    if (g_str_equal (properties[i]->name, changed->name))
      g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

BrightpearlClient *
brightpearl_client_new (const char *base_url,
                        const char *account,
                        const char *app_reference,
                        const char *token,
                        gboolean is_staff_token,
                        guint requests_per_minute,
                        guint patience,
                        BrightClock *clock,
                        GError **error)
{
  g_autoptr (BrightHttpEndpoint) endpoint = NULL;
  g_autofree char *escaped_account = NULL;
  BrightpearlClient *self;

  g_return_val_if_fail (base_url != NULL && account != NULL, NULL);
  g_return_val_if_fail (app_reference != NULL && token != NULL && BRIGHT_IS_CLOCK (clock), NULL);

  endpoint = bright_http_endpoint_new (&brightpearl_platform, base_url, clock, error);
  if (endpoint == NULL)
    return NULL;
  g_object_set (endpoint, "patience", patience, "requests-per-minute", requests_per_minute, NULL);
  bright_http_endpoint_set_header (endpoint, "brightpearl-app-ref", app_reference);
  bright_http_endpoint_set_header (
      endpoint, is_staff_token ? "brightpearl-staff-token" : "brightpearl-account-token", token);

  self = g_object_new (BRIGHTPEARL_TYPE_CLIENT, NULL);
  escaped_account = g_uri_escape_string (account, NULL, FALSE);
  self->endpoint = g_steal_pointer (&endpoint);
  self->prefix = g_strconcat ("/public-api/", escaped_account, NULL);
  g_signal_connect_object (self->endpoint, "notify", G_CALLBACK (on_endpoint_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

guint64
brightpearl_client_get_requests (BrightpearlClient *self)
{
  g_return_val_if_fail (BRIGHTPEARL_IS_CLIENT (self), 0);

  return bright_http_endpoint_get_requests (self->endpoint);
}

void
brightpearl_client_get_budget (BrightpearlClient *self,
                               guint *used,
                               guint *limit,
                               guint *window_seconds)
{
  g_return_if_fail (BRIGHTPEARL_IS_CLIENT (self));

  bright_http_endpoint_get_budget (self->endpoint, used, limit, window_seconds);
}

void
brightpearl_client_send_async (BrightpearlClient *self,
                               const char *method,
                               const char *path,
                               const char *body,
                               gint64 version,
                               gboolean repeatable,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  BrightHttpSafety safety = repeatable ? BRIGHT_HTTP_REPEATABLE : BRIGHT_HTTP_ONCE;

  g_return_if_fail (BRIGHTPEARL_IS_CLIENT (self));
  g_return_if_fail (method != NULL && path != NULL && path[0] == '/');

  brightpearl_client_ask_async (self,
                                &(BrightpearlQuestion){
                                    .method = method,
                                    .path = path,
                                    .body = body,
                                    .version = version,
                                    .safety = g_str_equal (method, "GET") ? BRIGHT_HTTP_READ
                                                                          : safety,
                                    .reader = brightpearl_read_anything,
                                    .free_result = (GDestroyNotify) json_node_unref,
                                },
                                cancellable, callback, user_data);
}

JsonNode *
brightpearl_client_send_finish (BrightpearlClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (BRIGHTPEARL_IS_CLIENT (self), NULL);

  return brightpearl_client_ask_finish (self, result, error);
}
