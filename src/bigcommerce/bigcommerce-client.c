/* BigCommerce's API: the client and its endpoint.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bigcommerce-client-private.h"

#include "bigcommerce-ask.h"
#include "bigcommerce-judge.h"

G_DEFINE_FINAL_TYPE (BigcommerceClient, bigcommerce_client, G_TYPE_OBJECT)

enum
{
  PROPERTY_REQUESTS = 1,
  PROPERTY_REMAINING,
  PROPERTY_THROTTLED_UNTIL,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
bigcommerce_client_dispose (GObject *object)
{
  BigcommerceClient *self = BIGCOMMERCE_CLIENT (object);

  g_clear_object (&self->endpoint);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->prefix, g_free);
  G_OBJECT_CLASS (bigcommerce_client_parent_class)->dispose (object);
}

/* All properties are those of the endpoint, by the same names. */
static void
bigcommerce_client_get_property (GObject *object,
                                 guint property_id,
                                 GValue *value,
                                 GParamSpec *property)
{
  BigcommerceClient *self = BIGCOMMERCE_CLIENT (object);

  g_object_get_property (G_OBJECT (self->endpoint), property->name, value);
}

static void
bigcommerce_client_class_init (BigcommerceClientClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = bigcommerce_client_dispose;
  object_class->get_property = bigcommerce_client_get_property;

  properties[PROPERTY_REQUESTS]
      = g_param_spec_uint64 ("requests", NULL, NULL, 0, G_MAXUINT64, 0, flags);
  properties[PROPERTY_REMAINING]
      = g_param_spec_int64 ("remaining", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROPERTY_THROTTLED_UNTIL]
      = g_param_spec_int64 ("throttled-until", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bigcommerce_client_init (BigcommerceClient *self)
{
  self->order_limit = BIGCOMMERCE_PAGE_SIZE;
}

static void
on_endpoint_changed (BigcommerceClient *self, GParamSpec *changed)
{
  for (guint i = 1; i < N_PROPERTIES; i++)
    if (g_str_equal (properties[i]->name, changed->name))
      g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

BigcommerceClient *
bigcommerce_client_new (const char *base_url,
                        const char *store_hash,
                        const char *token,
                        guint patience,
                        BrightClock *clock,
                        GError **error)
{
  g_autoptr (BrightHttpEndpoint) endpoint = NULL;
  g_autofree char *escaped_hash = NULL;
  BigcommerceClient *self;

  g_return_val_if_fail (base_url != NULL && store_hash != NULL && token != NULL, NULL);
  g_return_val_if_fail (BRIGHT_IS_CLOCK (clock), NULL);

  endpoint = bright_http_endpoint_new (&bigcommerce_platform, base_url, clock, error);
  if (endpoint == NULL)
    return NULL;
  g_object_set (endpoint, "patience", patience, NULL);
  bright_http_endpoint_set_header (endpoint, "X-Auth-Token", token);

  self = g_object_new (BIGCOMMERCE_TYPE_CLIENT, NULL);
  escaped_hash = g_uri_escape_string (store_hash, NULL, FALSE);
  self->endpoint = g_steal_pointer (&endpoint);
  self->clock = g_object_ref (clock);
  self->prefix = g_strconcat ("/stores/", escaped_hash, NULL);
  self->patience = patience;
  g_signal_connect_object (self->endpoint, "notify", G_CALLBACK (on_endpoint_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

guint64
bigcommerce_client_get_requests (BigcommerceClient *self)
{
  g_return_val_if_fail (BIGCOMMERCE_IS_CLIENT (self), 0);

  return bright_http_endpoint_get_requests (self->endpoint);
}

void
bigcommerce_client_get_budget (BigcommerceClient *self,
                               guint *used,
                               guint *limit,
                               guint *window_seconds)
{
  g_return_if_fail (BIGCOMMERCE_IS_CLIENT (self));

  bright_http_endpoint_get_budget (self->endpoint, used, limit, window_seconds);
}

/* A copy of a node shares what is inside, but not the tree around it. */
static gpointer
read_anything (JsonNode *answer, gconstpointer unused, GError **error)
{
  return json_node_copy (answer);
}

void
bigcommerce_client_send_async (BigcommerceClient *self,
                               const char *method,
                               const char *path,
                               const char *body,
                               gboolean repeatable,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  BrightHttpSafety safety = repeatable ? BRIGHT_HTTP_REPEATABLE : BRIGHT_HTTP_ONCE;

  g_return_if_fail (BIGCOMMERCE_IS_CLIENT (self));
  g_return_if_fail (method != NULL && path != NULL && path[0] == '/');

  bigcommerce_client_ask_async (self,
                                &(BigcommerceQuestion){
                                    .method = method,
                                    .path = path,
                                    .body = body,
                                    .safety = g_str_equal (method, "GET") ? BRIGHT_HTTP_READ
                                                                          : safety,
                                    .reader = read_anything,
                                    .free_result = (GDestroyNotify) json_node_unref,
                                },
                                cancellable, callback, user_data);
}

JsonNode *
bigcommerce_client_send_finish (BigcommerceClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (BIGCOMMERCE_IS_CLIENT (self), NULL);

  return bigcommerce_client_ask_finish (self, result, NULL, error);
}
