/* The seed of the practice store: what its parts share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything is drawn from a generator of its own, so one seed makes one shop.
 */
#pragma once

#include "practice-store.h"

G_BEGIN_DECLS

#define PRACTICE_PENCE(pence) ((pence) * (BRIGHT_MONEY_UNIT / 100))

/* What can be said of a SKU. */
typedef enum
{
  PRACTICE_POOL_PLAIN, /* in both, well stocked */
  PRACTICE_POOL_FULL_RATE,
  PRACTICE_POOL_REDUCED_RATE,
  PRACTICE_POOL_ZERO_RATE,
  PRACTICE_POOL_OPTIONS,
  PRACTICE_POOL_MISSING, /* not in Brightpearl */
  PRACTICE_POOL_AMBIGUOUS,
  PRACTICE_POOL_LETTER_CASE,
  PRACTICE_POOL_SPACES,
  PRACTICE_POOL_NO_STOCK,
  PRACTICE_POOL_SMALL_STOCK,
  PRACTICE_POOL_UNTRACKED,
  PRACTICE_POOL_BUNDLE,
  PRACTICE_POOL_DIGITAL,
  PRACTICE_N_POOLS,
} PracticePool;

typedef enum
{
  PRACTICE_PAID_BY_CARD,
  PRACTICE_PAID_IN_TWO_STEPS,
  PRACTICE_PAID_BY_PAYPAL,
  PRACTICE_PAID_AUTHORIZED,
  PRACTICE_PAID_DECLINED,
  PRACTICE_PAID_BY_BANK,
  PRACTICE_PAID_BY_CASH,
  PRACTICE_PAID_BY_HAND, /* no transaction at all */
  PRACTICE_PAID_BY_CERTIFICATE,
  PRACTICE_PAID_BY_CERTIFICATE_AND_CARD,
  PRACTICE_PAID_BY_CREDIT_AND_CARD,
  PRACTICE_PAID_BY_UNKNOWN,
  PRACTICE_PAID_AT_TILL,
  PRACTICE_PAID_NOT_YET,
  PRACTICE_PAID_NOTHING, /* because nothing was due */
} PracticePaid;

typedef struct
{
  PracticeWorld *world;
  PracticeStore *store;
  guint32 state;
  GPtrArray *pools[PRACTICE_N_POOLS]; /* (element-type PracticeVariant) */
  GHashTable *ordinals; /* (element-type utf8 guint): how many orders of a kind there are */
} PracticeSeed;

/* An order in the making. */
typedef struct
{
  PracticeSeed *seed;
  PracticeStoreOrder *order;
  PracticeConsignment *address; /* (nullable): where the lines that are added go */
  PracticePaid paid;
  guint ordinal; /* among the orders of its kind */
} PracticeDraft;

/* A kind of order: its share, and what makes it special. */
typedef struct
{
  const char *name;
  guint weight; /* per thousand orders */
  guint minimum;
  guint maximum; /* 0: none */
  gint64 status_id;
  PracticePaid paid;
  gboolean only_seeded;                 /* not what a shopper does now */
  void (*shape) (PracticeDraft *draft); /* (nullable): before lines are added */
  void (*price) (PracticeDraft *draft); /* (nullable): when totals are known; they are redone */
  void (*after) (PracticeDraft *draft); /* (nullable): when all is known */
} PracticeKind;

/* Each ends with a row of NULL. */
extern const PracticeKind practice_seed_people_kinds[];
extern const PracticeKind practice_seed_goods_kinds[];
extern const PracticeKind practice_seed_money_kinds[];
extern const PracticeKind practice_seed_state_kinds[];

/* practice-seed-names.c */
guint practice_seed_draw (PracticeSeed *seed, guint below);
/* The name, place and e-mail of somebody; @number makes the e-mail unique. */
void practice_seed_person (PracticeStoreAddress *address, guint index, gint64 number);
void practice_seed_place (PracticeStoreAddress *address, guint index);
void practice_seed_foreign_person (PracticeStoreAddress *address, guint index, gint64 number);
/* (transfer full): the e-mail of the seeded Brightpearl contact @index. */
char *practice_seed_known_email (guint index);
void practice_seed_contacts (PracticeSeed *seed);

/* practice-seed-products.c */
void practice_seed_products (PracticeSeed *seed, guint n_products);
/* One SKU of a pool; a plain one where the pool is empty. */
PracticeVariant *practice_seed_pick (PracticeSeed *seed, PracticePool pool);

/* practice-seed-draft.c: makes an order of @kind and adds it to the store; its id. */
gint64 practice_seed_order (PracticeSeed *seed, const PracticeKind *kind, gint64 date_created);
PracticeLine *
practice_seed_add_line (PracticeDraft *draft, const PracticeVariant *variant, gint64 quantity);
PracticeConsignment *practice_seed_add_address (PracticeDraft *draft);
void practice_seed_set (PracticeDraft *draft, PracticeAddressPart part, const char *text);
/* Without delivery: what is added next goes into a consignment of @kind. */
void practice_seed_no_delivery (PracticeDraft *draft, PracticeConsignmentKind kind);
/* A customer account for the one who orders; its id. */
gint64 practice_seed_add_customer (PracticeDraft *draft);

/* practice-seed-payment.c */
void practice_seed_pay (PracticeDraft *draft);

G_END_DECLS
