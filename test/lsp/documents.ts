/** A contract that says too little: type declared, information collected, nothing on how it is deleted. */
export const contract = `---
clausecheck: { type: service-contract }
---

# Data Services Agreement

## 1. Services

1.1 The Supplier shall host the Customer's order system.

## 2. Personal information

2.1 The Supplier shall use personal information only to perform the services named in clause 1.

## 3. Fees

3.1 The Customer shall pay the fees within thirty days after each invoice.
`;

export const chineseContract = `---
clausecheck: { type: service-contract }
---

# 数据处理服务合同

## 第一章 服务内容

第一条 乙方应当为甲方运行订单系统。

## 第二章 个人信息

第二条 乙方应当仅为履行本合同使用个人信息。
`;

/** The same words as a letter: no type is declared and none can be guessed. */
export const letter = `# A note to the team

Lunch is at noon.
`;
