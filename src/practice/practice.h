/* The practice store: what its parts share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One process plays both platforms over HTTP on loopback. Everything it knows
 * is held in memory as json-glib objects, in the shape in which the platforms
 * would answer, and is lost when it ends. Single-threaded: a request is read,
 * handled and answered in one go.
 */
#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

G_BEGIN_DECLS

typedef struct _PracticeStore PracticeStore;     /* BigCommerce: practice-store.h */
typedef struct _PracticeAccount PracticeAccount; /* Brightpearl: practice-account.h */
typedef struct _PracticeCounts PracticeCounts;   /* what was asked: practice-counts.h */

/* What a handler is given. */
typedef struct
{
  const char *method;  /* GET, POST, PUT, PATCH, DELETE, OPTIONS */
  char **segments;     /* (array zero-terminated=1): the decoded path after the platform's prefix */
  guint n_segments;
  GHashTable *query;   /* (element-type utf8 utf8): decoded; never NULL */
  JsonNode *body;      /* (nullable): parsed; NULL when there was none or it was no JSON */
  const char *if_match; /* (nullable) */
  gboolean in_multi_message;
} PracticeRequest;

/* What it leaves behind. */
typedef struct
{
  guint status;
  JsonNode *body;           /* (owned) (nullable): NULL means zero bytes */
  const char *content_type; /* static; NULL means application/json */
  gboolean unchanged;       /* a write that changed nothing, such as one that was made before */
} PracticeAnswer;

/* The two platforms, and the clock that they share. */
typedef struct
{
  PracticeStore *store;
  PracticeAccount *account;
  gint64 clock_offset; /* seconds that practice_now() is ahead of the machine's clock */
  guint32 seed;
  PracticeCounts *counts; /* (nullable): where parts of multi-messages are counted */
} PracticeWorld;

gint64 practice_now (const PracticeWorld *world);

/* BigCommerce, practice-store.c: request->segments starts with "v2" or "v3". */
PracticeStore *practice_store_new (PracticeWorld *world);
void practice_store_free (PracticeStore *store);
void practice_store_handle (PracticeWorld *world,
                            const PracticeRequest *request,
                            PracticeAnswer *answer);
/* Control for tests and demo: segments after /practice/bigcommerce. */
void practice_store_control (PracticeWorld *world,
                             const PracticeRequest *request,
                             PracticeAnswer *answer);

/* Brightpearl, practice-account.c: request->segments starts with e.g. "order-service". */
PracticeAccount *practice_account_new (PracticeWorld *world);
void practice_account_free (PracticeAccount *account);
void practice_account_handle (PracticeWorld *world,
                              const PracticeRequest *request,
                              PracticeAnswer *answer);
/* Control for tests and demo: segments after /practice/brightpearl. */
void practice_account_control (PracticeWorld *world,
                               const PracticeRequest *request,
                               PracticeAnswer *answer);

/* Seeding Brightpearl, used by practice-seed-*.c; each returns the new id. */
gint64 practice_account_add_product (PracticeWorld *world,
                                     const char *sku,
                                     const char *name,
                                     gboolean stock_tracked,
                                     int on_hand_main,   /* warehouse 2 */
                                     int on_hand_shop);  /* warehouse 3 */
/* components: product ids; each once per bundle. */
gint64 practice_account_add_bundle (PracticeWorld *world,
                                    const char *sku,
                                    const char *name,
                                    const gint64 *components,
                                    guint n_components);
/* kind: "customer", "supplier" or "staff"; emails may be NULL or "". */
gint64 practice_account_add_contact (PracticeWorld *world,
                                     const char *kind,
                                     const char *first_name,
                                     const char *last_name,
                                     const char *primary_email,
                                     const char *secondary_email,
                                     const char *tertiary_email);
/* A sales order that stands in Brightpearl already; body as in POST sales-order. */
gint64 practice_account_add_sales_order (PracticeWorld *world, JsonObject *body);

/* Seeds both platforms: n_orders store orders, n_products products. */
void practice_seed (PracticeWorld *world, guint n_orders, guint n_products);
/* Places one more store order of the named kind (NULL: any) as a shopper would now; its id. */
gint64 practice_seed_place_order (PracticeWorld *world, const char *kind);

G_END_DECLS
